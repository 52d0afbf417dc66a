/** Digests of the schedules that the package ships. Written by `npm run generate`; do not edit. */

export const donum2026 = "sha256:0d4ac8b0c06a344141daa379ced91b441e51b411c1f5bfcf8c6126fd846e9ce8";
export const fmt2026 = "sha256:09c5fa21f55f4f1f933d54336769914b8e05c54d9c6d290243ffe5ba1dab3667";
export const forfaitStructure2025 =
  "sha256:b97c3e995bd0bb3f2be1815d9fa04ba8f7cdb76ff1032c86b290f7037d20461f";
export const fpmt2018 = "sha256:097b65abaee9c837a6a37e3818a42e6e9e41b6ad9bdb77a8482218a5140a682a";
export const fpmt2024 = "sha256:75e34f860ffa956f0383fdaa65b2ff7544837c4299b31ab460224f83da3ed6b6";
export const proposal20240208 =
  "sha256:f3ba294f3a73629b46870f444712734ccdf1209519e888e1f8f426db077b8230";
export const round20231221 =
  "sha256:4836037f075de5da6fe559746c106f88a5d7302fe031e502d16a54914737444c";
export const round20240314 =
  "sha256:0e09a58e2898ceb8cea85c2ea596ce646c53fe496dffb64c2e1c875a51a5260a";
export const round20240517 =
  "sha256:08e6b3fa66b374c5d3333ecfbfc249367169867fd4acd480c2eff0a1b8c657aa";
export const nursePremium2024 =
  "sha256:e3cbca432030b839bc8ec38df0f25a595e7eb87743b0d9b1896af38a02127f73";
