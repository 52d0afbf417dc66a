/** Digests of the schedules that the package ships. Written by `npm run generate`; do not edit. */

export const donum2026 = "sha256:0d4ac8b0c06a344141daa379ced91b441e51b411c1f5bfcf8c6126fd846e9ce8";
export const fmt2026 = "sha256:c2e2146e356293e589fdde15495a8f9081dd0e430f87b4eb507e4b3dd8b449ab";
export const fpmt2018 = "sha256:dbf8b33565b2a4e1fbe378d2230936e813e0cda066c94e0a8631341714e5eccc";
export const fpmt2024 = "sha256:96189d0b5822082624264bb1f4b3c0709b8d74278a478573f476481a5747a9b6";
export const proposal20240208 =
  "sha256:f3ba294f3a73629b46870f444712734ccdf1209519e888e1f8f426db077b8230";
export const nursePremium2024 =
  "sha256:e3cbca432030b839bc8ec38df0f25a595e7eb87743b0d9b1896af38a02127f73";
