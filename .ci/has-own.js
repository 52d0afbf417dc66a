/** `Object.hasOwn` of ES2022, which the build puts into the script for engines of 2020, under a name that no file uses. */
export const __hasOwn = (object, key) => Object.prototype.hasOwnProperty.call(object, key);
