/** The parts of officecrypto-tool that open a package once its parameters are known; the library types only its front door. */
declare module 'officecrypto-tool/src/crypto/ecma376_agile.js' {
  const agile: {
    convertPasswordToKey(
      password: string,
      hashAlgorithm: string,
      salt: Buffer,
      spinCount: number,
      keyBits: number,
      blockKey: Buffer,
    ): Buffer;
    crypt(
      encrypt: boolean,
      cipherAlgorithm: string,
      cipherChaining: string,
      key: Buffer,
      iv: Buffer,
      input: Buffer,
    ): Buffer;
    cryptPackage(
      encrypt: boolean,
      cipherAlgorithm: string,
      cipherChaining: string,
      hashAlgorithm: string,
      blockSize: number,
      salt: Buffer,
      key: Buffer,
      input: Buffer,
    ): Buffer;
  };
  export default agile;
}

declare module 'officecrypto-tool/src/crypto/ecma376_standard.js' {
  const standard: {
    convertPasswordToKey(
      password: string,
      algorithmId: number,
      hashId: number,
      providerType: number,
      keyBits: number,
      saltSize: number,
      salt: Buffer,
    ): Buffer;
  };
  export default standard;
}

declare module 'officecrypto-tool/src/crypto/rc4.js' {
  const rc4: {
    verifyPassword(
      password: string,
      salt: Buffer,
      encryptedVerifier: Buffer,
      encryptedVerifierHash: Buffer,
    ): boolean;
    decrypt(password: string, salt: Buffer, input: Buffer): Buffer;
  };
  export default rc4;
}

declare module 'officecrypto-tool/src/crypto/rc4_cryptoapi.js' {
  const rc4CryptoApi: {
    verifyPassword(
      password: string,
      salt: Buffer,
      keyBits: number,
      encryptedVerifier: Buffer,
      encryptedVerifierHash: Buffer,
    ): boolean;
    decrypt(password: string, salt: Buffer, keyBits: number, input: Buffer): Buffer;
  };
  export default rc4CryptoApi;
}
