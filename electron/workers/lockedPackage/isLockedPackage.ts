const oleHeader = [0xd0, 0xcf, 0x11, 0xe0];

/** Whether a DOCX or XLSX is wrapped as Office wraps those with a password. */
export function isLockedPackage(bytes: Uint8Array): boolean {
  return oleHeader.every((byte, i) => bytes[i] === byte);
}
