/** The codes of incidents, plans and drills. */
export const responseCodes: Record<string, Record<string, [zh: string, en: string]>> = {
  incidentPhase: {
    analysis: ['检测与分析', 'Detection and analysis'],
    containment: ['遏制', 'Containment'],
    eradication: ['根除', 'Eradication'],
    recovery: ['恢复', 'Recovery'],
    review: ['事后总结', 'Post-incident review'],
    closed: ['已关闭', 'Closed'],
  },
  incidentGrade: {
    extraordinary: ['特别重大', 'Extraordinary'],
    major: ['重大', 'Major'],
    considerable: ['较大', 'Considerable'],
    general: ['一般', 'General'],
  },
  incidentCategory: {
    malware: ['恶意程序事件', 'Malware'],
    attack: ['网络攻击事件', 'Network attack'],
    data: ['数据安全事件', 'Data security'],
    content: ['信息内容安全事件', 'Information content'],
    failure: ['设备设施故障事件', 'Equipment failure'],
    misuse: ['违规操作事件', 'Misuse'],
    hazard: ['安全隐患事件', 'Latent hazard'],
    anomaly: ['异常行为事件', 'Anomalous behaviour'],
    'force-majeure': ['不可抗力事件', 'Force majeure'],
    other: ['其他事件', 'Other'],
  },
  planVersion: {
    draft: ['草稿', 'Draft'],
    reviewed: ['已评审，待签批', 'Reviewed'],
    approved: ['已签批，待生效', 'Approved'],
    'in-force': ['生效中', 'In force'],
    superseded: ['已被替代', 'Superseded'],
  },
  drill: {
    prepared: ['待开始', 'Prepared'],
    running: ['进行中', 'Running'],
    ended: ['待总结', 'To be summed up'],
    closed: ['已关闭', 'Closed'],
  },
  drillArtefact: {
    planned: ['待注入', 'Planned'],
    placing: ['正在注入', 'Being placed'],
    placed: ['已注入', 'In place'],
    undone: ['已撤销', 'Undone'],
    failed: ['未能注入', 'Refused'],
  },
};
