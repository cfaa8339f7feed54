import type { Translation } from '../../translation.ts';

/** One’s own identity, the contacts, and trust in a contact’s key. */
export const contactsZh = {
  people: {
    own: '本人',
    ownLead: '把联系人文件交给同事，并当面或电话核对指纹。对方信任后，才能收取本人发出的交接包。',
    name: '姓名',
    device: '设备',
    fingerprint: '指纹',
    chinese: '指纹（读法）',
    qr: (digits: string): string => `本人姓名与指纹的二维码，指纹 ${digits}`,
    qrNote: '二维码内是姓名与指纹数字，可用手机扫出后发给对方比对；内容与左侧相同。',
    exportContact: '导出联系人文件',
    copyFingerprint: '复制指纹',
    copied: '指纹已复制。',
    contacts: '联系人',
    importContact: '导入联系人文件',
    emptyTitle: '还没有联系人',
    emptyLead: '请同事导出联系人文件交来，导入并核对指纹后即可互相交接。',
    trustedAt: (moment: string): string => `信任于 ${moment}`,
    revokedAt: (moment: string): string => `已于 ${moment} 撤销信任`,
    revoke: '撤销信任',
    revokeOf: (name: string): string => `撤销对“${name}”的信任`,
    revokeTitle: (name: string): string => `撤销对“${name}”的信任？`,
    revokeNote:
      '此后不再接受对方签名的交接包，也不能再向其加密发送。已导入的内容不变；重新核对指纹后可以再次信任。',
    revoked: (name: string): string => `已撤销对“${name}”的信任。`,
  },
  trust: {
    title: (name: string): string => `信任“${name}”？`,
    lead: '请与对方当面或通过电话逐组核对下列指纹。任何一组不同，就不要信任：文件可能不是对方所发。',
    confirm: '已与对方核对，指纹逐组一致',
    trust: '信任',
    trusted: (name: string): string => `已信任“${name}”。`,
    already: (name: string): string => `“${name}”已在受信任的联系人中。`,
    own: '这是本工作库自己的联系人文件，无需导入。',
    wasRevoked: '曾撤销对此人的信任。请确认密钥仍由本人保管后，再重新信任。',
  },
};

export const contactsEn: Translation<typeof contactsZh> = {
  people: {
    own: 'Yourself',
    ownLead:
      'Give the contact file to colleagues and compare the fingerprint in person or by telephone. They can take your packages once they trust it.',
    name: 'Name',
    device: 'Device',
    fingerprint: 'Fingerprint',
    chinese: 'Read aloud (Chinese)',
    qr: (digits) => `QR code of your name and fingerprint, ${digits}`,
    qrNote:
      'The QR code holds your name and the digits of the fingerprint, the same as beside it: scan it with a telephone to have them compared.',
    exportContact: 'Export the contact file',
    copyFingerprint: 'Copy the fingerprint',
    copied: 'The fingerprint is copied.',
    contacts: 'Contacts',
    importContact: 'Import a contact file',
    emptyTitle: 'No contacts yet',
    emptyLead:
      'Ask a colleague for their contact file. After importing it and comparing the fingerprint, you can hand work to each other.',
    trustedAt: (moment) => `Trusted ${moment}`,
    revokedAt: (moment) => `Trust taken back ${moment}`,
    revoke: 'Take back trust',
    revokeOf: (name) => `Take back trust in “${name}”`,
    revokeTitle: (name) => `Take back trust in “${name}”?`,
    revokeNote:
      'Packages they sign will be refused and nothing can be encrypted to them. What was imported stays; after comparing the fingerprint again they can be trusted again.',
    revoked: (name) => `Trust in “${name}” was taken back.`,
  },
  trust: {
    title: (name) => `Trust “${name}”?`,
    lead: 'Compare these groups with the other person, face to face or by telephone. If any group differs, do not trust: the file may come from somebody else.',
    confirm: 'Compared with them: every group is the same',
    trust: 'Trust',
    trusted: (name) => `“${name}” is trusted.`,
    already: (name) => `“${name}” is a trusted contact already.`,
    own: 'This is the contact file of this workspace; there is nothing to import.',
    wasRevoked:
      'Trust in this person was taken back before. Make sure they still hold their key before trusting it again.',
  },
};
