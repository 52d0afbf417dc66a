/** Digests of the schedules that the package ships. Written by `npm run generate`; do not edit. */

export const donum2026 = "sha256:0d4ac8b0c06a344141daa379ced91b441e51b411c1f5bfcf8c6126fd846e9ce8";
export const fmt2026 = "sha256:c3f917a1a472e260cdc065f6e0fd0b4e586d8636b961bde69b03b4b19da7d20a";
export const fpmt2018 = "sha256:ebaca47b156789f9e5fdaca94eea7cb854bec67a6ee399afcd923eb7f1192949";
export const fpmt2024 = "sha256:6917efe121acdc0e8cf27f0a5cd13028b3122a1e5ab0c1374b34eebf50953b28";
export const proposal20240208 =
  "sha256:f3ba294f3a73629b46870f444712734ccdf1209519e888e1f8f426db077b8230";
export const nursePremium2024 =
  "sha256:e3cbca432030b839bc8ec38df0f25a595e7eb87743b0d9b1896af38a02127f73";
