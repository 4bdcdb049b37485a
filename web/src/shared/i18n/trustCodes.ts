/** The codes of undertakings, disclosures and backups. */
export const trustCodes: Record<string, Record<string, [zh: string, en: string]>> = {
  undertaking: {
    'in-force': ['有效', 'In force'],
    expired: ['已到期', 'Expired'],
    withdrawn: ['已收回', 'Withdrawn'],
    missing: ['未签署', 'Not signed'],
  },
  undertakingWay: {
    drawn: ['平台签署', 'Signed in the portal'],
    paper: ['纸质扫描', 'Scanned paper'],
  },
  namedPerson: {
    proposed: ['待甲方批准', 'Waits for the client'],
    approved: ['已批准', 'Approved'],
    refused: ['未批准', 'Refused'],
    removed: ['已移出', 'Removed'],
  },
  disclosure: {
    requested: ['待甲方签字', 'Waits for the client'],
    consented: ['已同意', 'Consented'],
    refused: ['不同意', 'Refused'],
    shown: ['已展示', 'Shown'],
  },
  exportApproval: {
    requested: ['待甲方审批', 'Waits for the client'],
    approved: ['已批准', 'Approved'],
    refused: ['不批准', 'Refused'],
    withdrawn: ['已撤回', 'Withdrawn'],
    used: ['已用完', 'Used up'],
    lapsed: ['已过期', 'Lapsed'],
  },
  exportMarking: {
    written: ['明暗水印', 'Marked'],
    kept: ['原样（哈希指纹）', 'As it is (digest)'],
  },
  traceOutcome: {
    digest: ['与该次导出逐字节一致', 'The same byte for byte'],
    hidden: ['找到隐形水印', 'Bears the hidden mark'],
    written: ['只有可见编号', 'Only the written number'],
    elsewhere: ['属于您看不到的甲方', 'Of a client that you do not see'],
    unknown: ['没有找到来源', 'Unknown'],
  },
  backupState: {
    running: ['备份中', 'Running'],
    done: ['完成', 'Done'],
    failed: ['失败', 'Failed'],
  },
  backupWay: {
    scheduled: ['定时', 'scheduled'],
    asked: ['手动', 'asked for'],
    command: ['命令行', 'command'],
  },
};
