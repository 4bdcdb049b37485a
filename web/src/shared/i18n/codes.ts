import type { Language } from '.';
import { deskCodes } from './deskCodes';
import { noticeCodes } from './noticeCodes';
import { proofCodes } from './proofCodes';
import { responseCodes } from './responseCodes';
import { trustCodes } from './trustCodes';

type Names = Record<string, [zh: string, en: string]>;

/** Every code that the server sends and people read. Unknown ones show as they are. */
const names: Record<string, Names> = {
  ...deskCodes,
  ...noticeCodes,
  ...proofCodes,
  ...responseCodes,
  ...trustCodes,
  capability: {
    'host-monitoring': ['主机监控', 'Host monitoring'],
    inspection: ['巡检', 'Inspection'],
    'account-check': ['账号检查', 'Account check'],
    'webshell-scan': ['网页后门查杀', 'Webshell scan'],
    'malware-scan': ['恶意程序查杀', 'Malware scan'],
    'tamper-protection': ['防篡改', 'Tamper protection'],
    backup: ['备份', 'Backup'],
    'port-watch': ['端口监测', 'Port watch'],
    patching: ['补丁更新', 'Patching'],
    hardening: ['安全加固', 'Hardening'],
    hosting: ['托管', 'Hosting'],
    'site-availability': ['网站可用性', 'Site availability'],
    'site-content': ['网站内容', 'Site content'],
    'site-indicators': ['网站普查指标', 'Website indicators'],
    certificate: ['证书', 'Certificate'],
    'leader-mailbox': ['领导信箱', 'Leader mailbox'],
    'site-change': ['网站改动', 'Site change'],
    'vulnerability-scan': ['漏洞扫描', 'Vulnerability scan'],
    'weakness-assessment': ['脆弱性评估', 'Weakness assessment'],
    'code-review': ['源代码检测', 'Code review'],
    'penetration-test': ['渗透测试', 'Penetration test'],
    'log-analysis': ['日志分析', 'Log analysis'],
    'threat-intelligence': ['威胁情报', 'Threat intelligence'],
    'database-access-control': ['数据库访问控制', 'Database access control'],
    'database-audit': ['数据库审计', 'Database audit'],
    'database-care': ['数据库维护', 'Database care'],
    'data-assessment': ['数据安全评估', 'Data assessment'],
    support: ['技术支持', 'Support'],
    'incident-response': ['应急响应', 'Incident response'],
    'emergency-plan': ['应急预案', 'Emergency plan'],
    drill: ['应急演练', 'Drill'],
    duty: ['重保值守', 'Duty'],
    training: ['培训', 'Training'],
    consulting: ['咨询', 'Consulting'],
    bulletin: ['安全通告', 'Bulletin'],
    'external-finding': ['外部通报', 'External finding'],
    reporting: ['报告', 'Reporting'],
    other: ['其他', 'Other'],
  },
  awaited: {
    'confirm-request': ['书面确认请求', 'Confirm a request'],
    'confirm-done': ['确认完成', 'Confirm it is done'],
    'review-request': ['审核请求', 'Review a request'],
    'sign-change': ['签署变更', 'Sign a change'],
    'sign-plan': ['批准预案', 'Approve a plan'],
    'sign-acceptance': ['验收签字', 'Sign an acceptance'],
    'confirm-settlement': ['确认结算', 'Confirm a settlement'],
    'receive-report': ['签收报告', 'Receive a report'],
    'approve-report': ['审定报告', 'Approve a report'],
    'approve-export': ['审批导出', 'Approve an export'],
    'sign-undertaking': ['签署保密承诺', 'Sign an undertaking'],
    'approve-undertaking': ['审定保密人员', 'Approve named people'],
    'acknowledge-bulletin': ['确认通告', 'Acknowledge a bulletin'],
    'acknowledge-escalation': ['确认告警', 'Acknowledge an alarm'],
    'check-in': ['值守签到', 'Check in for duty'],
    'take-over': ['接班确认', 'Take over a shift'],
    'answer-advice': ['答复咨询', 'Answer a request for advice'],
    'confirm-advice': ['确认咨询成果', 'Confirm advice'],
    'approve-account': ['审批账号变更', 'Approve an account change'],
    'answer-notice': ['答复外部通报', 'Answer an external notice'],
    'approve-drill': ['同意演练', 'Consent to a drill'],
  },
  contract: {
    draft: ['待生效', 'Draft'],
    'in-force': ['履行中', 'In force'],
    ended: ['已结束', 'Ended'],
  },
  obligation: {
    planned: ['未到期', 'Planned'],
    due: ['应履行', 'Due'],
    running: ['执行中', 'Running'],
    done: ['如期完成', 'Done in time'],
    late: ['逾期完成', 'Done late'],
    missed: ['未履约', 'Missed'],
    unknown: ['无法判定', 'Unknown'],
    waived: ['甲方豁免', 'Waived'],
    cancelled: ['已取消', 'Cancelled'],
  },
  run: {
    queued: ['排队', 'Queued'],
    running: ['执行中', 'Running'],
    done: ['完成', 'Done'],
    unable: ['无法判定', 'Unable'],
    cancelled: ['已取消', 'Cancelled'],
  },
  finding: {
    open: ['待处理', 'Open'],
    fixing: ['整改中', 'Being fixed'],
    fixed: ['已修复', 'Fixed'],
    dismissed: ['已排除', 'Dismissed'],
  },
  ticket: {
    open: ['待响应', 'Open'],
    responded: ['已响应', 'Responded'],
    paused: ['已暂停', 'Paused'],
    resolved: ['已解决', 'Resolved'],
    closed: ['已关闭', 'Closed'],
  },
  ticketKind: {
    fault: ['故障', 'Fault'],
    incident: ['安全事件', 'Incident'],
    request: ['请求', 'Request'],
    change: ['变更', 'Change'],
    rectification: ['整改', 'Rectification'],
    external: ['外部通报', 'External notice'],
  },
  ticketEvent: {
    opened: ['建立', 'Opened'],
    open: ['建立', 'Opened'],
    respond: ['响应', 'Responded'],
    arrive: ['到场', 'Arrived'],
    pause: ['暂停计时', 'Clock paused'],
    resume: ['恢复计时', 'Clock resumed'],
    resolve: ['解决', 'Resolved'],
    close: ['关闭', 'Closed'],
    reopen: ['重新打开', 'Reopened'],
    comment: ['说明', 'Comment'],
    note: ['内部备注', 'Internal note'],
    'tell-client': ['告知甲方', 'Client told'],
    forewarn: ['提前告知甲方', 'Client warned beforehand'],
    dispute: ['甲方异议', 'Disputed by the client'],
    assign: ['交办', 'Assigned'],
    link: ['关联', 'Links'],
    retest: ['复测', 'Retest'],
    'warn-50': ['时限过半', 'Half the limit used'],
    'warn-80': ['时限将到', 'Limit nearly used'],
    'warn-100': ['时限已到', 'Limit used up'],
    breach: ['超过时限', 'Limit breached'],
  },
  clock: {
    respond: ['响应', 'Respond'],
    'on-site': ['到场', 'On site'],
    resolve: ['解决', 'Resolve'],
    feedback: ['反馈', 'Tell the client'],
    forewarn: ['提前告知', 'Warn beforehand'],
  },
  clockState: {
    running: ['计时中', 'Running'],
    paused: ['已暂停', 'Paused'],
    met: ['已达标', 'Met'],
    breached: ['已超时', 'Breached'],
  },
  severity: {
    critical: ['严重', 'Critical'],
    high: ['高', 'High'],
    medium: ['中', 'Medium'],
    low: ['低', 'Low'],
    info: ['提示', 'Info'],
  },
  assetKind: {
    system: ['信息系统', 'System'],
    site: ['网站', 'Site'],
    host: ['主机', 'Host'],
    database: ['数据库', 'Database'],
    domain: ['域名', 'Domain'],
  },
  permit: {
    standing: ['有效', 'Standing'],
    waiting: ['未开始', 'Not begun'],
    expired: ['已过期', 'Expired'],
    revoked: ['已撤销', 'Revoked'],
  },
  ambiguity: {
    conflict: ['前后矛盾', 'Contradiction'],
    blank: ['留有空白', 'Blank'],
    unclear: ['表述不清', 'Unclear'],
  },
  party: {
    client: ['甲方', 'Client'],
    provider: ['乙方', 'Provider'],
    either: ['任一方', 'Either party'],
  },
  penaltySubject: {
    breach: ['违约', 'Breach'],
    'late-delivery': ['逾期交付', 'Late delivery'],
    'late-payment': ['逾期付款', 'Late payment'],
    'service-level': ['未达服务级别', 'Service level not met'],
    availability: ['可用率不足', 'Availability'],
    secrecy: ['泄密', 'Secrecy'],
    termination: ['擅自变更或解除', 'Termination'],
    refusal: ['拒绝服务', 'Refusal'],
    'outage-credit': ['故障顺延', 'Outage credit'],
  },
  per: {
    day: ['每日', 'per day'],
    case: ['每次', 'per case'],
    breach: ['违约一次', 'per breach'],
  },
  base: {
    total: ['合同总价', 'contract price'],
    overdue: ['逾期金额', 'overdue sum'],
    unpaid: ['未付金额', 'unpaid part'],
    'period-fee': ['当期费用', 'fee of the period'],
    outage: ['故障时长', 'time of outage'],
  },
  trigger: {
    signing: ['合同签订', 'Signing'],
    funds: ['甲方收到资金', 'Funds received'],
    invoice: ['收到发票', 'Invoice received'],
    acceptance: ['验收合格', 'Acceptance passed'],
    served: ['服务满', 'Served'],
    'term-end': ['服务期满', 'End of term'],
    period: ['每期结束', 'End of each period'],
    date: ['约定日期', 'A date'],
  },
  calendar: {
    '24x7': ['全天候', '24×7'],
    working: ['工作时间', 'working time'],
  },
  renewal: {
    automatic: ['自动续期', 'renews by itself'],
    negotiated: ['协商续期', 'by agreement'],
  },
  proposal: {
    'person.add': ['新增人员', 'Add person'],
    'person.edit': ['修改人员', 'Edit person'],
    'person.disable': ['停用账号', 'Disable account'],
    'person.enable': ['启用账号', 'Enable account'],
    'password.reset': ['重置密码', 'Reset password'],
    'second-factor.drop': ['解除第二重验证', 'Remove second factor'],
    'policy.set': ['修改安全策略', 'Change policy'],
  },
  proposalState: {
    waiting: ['待审批', 'Waiting'],
    approved: ['已同意', 'Approved'],
    refused: ['未同意', 'Refused'],
    withdrawn: ['已撤回', 'Withdrawn'],
  },
  role: {
    'provider-manager': ['乙方经理', 'Provider manager'],
    engineer: ['工程师', 'Engineer'],
    'client-reader': ['甲方查阅人', 'Client reader'],
    'client-signatory': ['甲方签字人', 'Client signatory'],
    auditor: ['审计管理员', 'Auditor'],
    'system-admin': ['系统管理员', 'System administrator'],
    'security-admin': ['安全管理员', 'Security administrator'],
  },
  origin: {
    live: ['实时', 'Live'],
    observed: ['实测', 'Observed'],
    system: ['系统', 'System'],
    replay: ['回放', 'Replay'],
    person: ['人工', 'Person'],
    manual: ['人工', 'Person'],
    capability: ['自动执行', 'Automatic'],
  },
  method: {
    observe: ['观察', 'Observe'],
    enumerate: ['枚举', 'Enumerate'],
    intrusive: ['侵入性测试', 'Intrusive'],
    change: ['改动', 'Change'],
    drill: ['演练', 'Drill'],
  },
  findingEvent: {
    seen: ['发现', 'Seen'],
    'seen-again': ['再次发现', 'Seen again'],
    opened: ['发现', 'Seen'],
    reopened: ['复发', 'Came back'],
    gone: ['复测未见', 'Gone'],
    fixed: ['已修复', 'Fixed'],
    taken: ['开始整改', 'Taken up'],
    dismissed: ['已排除', 'Dismissed'],
    retest: ['复测', 'Retest'],
    'retest-asked': ['要求复测', 'Retest asked for'],
    'retest-still-there': ['复测未通过', 'Still there at the retest'],
    'retest-fixed': ['复测通过', 'Fixed at the retest'],
    'retest-unknown': ['复测未能判定', 'Retest could not tell'],
  },
  fault: {
    missing: ['记录缺失', 'a record is missing'],
    altered: ['记录被改动', 'a record was altered'],
    'content-missing': ['文件缺失', 'a file is missing'],
    'content-altered': ['文件被改动', 'a file was altered'],
  },
  way: {
    automatic: ['自动执行', 'Automatic'],
    watched: ['持续监测', 'Watched'],
    manual: ['人工提交', 'By a person'],
    quota: ['次数限额', 'Quota'],
    rule: ['按事件触发', 'On event'],
    undated: ['未定周期', 'No cycle given'],
  },
  runKind: {
    scheduled: ['按期', 'Scheduled'],
    probe: ['监测', 'Probe'],
    asked: ['人工发起', 'Asked for'],
    retest: ['复测', 'Retest'],
  },
};

export type CodeKind = keyof typeof names;

/** What people call a code. */
export function codeName(kind: string, code: string | null | undefined, language: Language): string {
  if (!code) return '—';
  const found = names[kind]?.[code];
  return found ? found[language === 'zh' ? 0 : 1] : code;
}

/** The choices of one kind, for a filter. */
export function codeChoices(kind: string, language: Language, codes?: string[]): { value: string; label: string }[] {
  return (codes ?? Object.keys(names[kind] ?? {})).map((value) => ({ value, label: codeName(kind, value, language) }));
}

/** `P3M`, `R2/P1Y`, `continuous` in words. */
export function frequencyName(
  frequency: string | null,
  atMost: number | null,
  language: Language,
  period: (iso: string, language: Language) => string,
): string {
  const zh = language === 'zh';
  const plain: Names = {
    continuous: ['持续', 'continuous'],
    'on-event': ['遇事即办', 'on event'],
    'on-request': ['按需', 'on request'],
    once: ['一次', 'once'],
  };
  if (!frequency) return zh ? '原文未写周期' : 'cycle not stated';
  const known = plain[frequency];
  if (known) return known[zh ? 0 : 1];
  const times = /^R(\d+)\/(P.+)$/.exec(frequency);
  if (times) {
    const [, count = '', per = ''] = times;
    const bound = atMost ? (zh ? '至多' : 'at most') : zh ? '至少' : 'at least';
    return zh ? `每 ${period(per, language)}${bound} ${count} 次` : `${bound} ${count} per ${period(per, language)}`;
  }
  const spoken: Names = {
    P1D: ['每日', 'daily'],
    P2D: ['隔日', 'every other day'],
    P7D: ['每周', 'weekly'],
    P1W: ['每周', 'weekly'],
    P1M: ['每月', 'monthly'],
    P3M: ['每季度', 'quarterly'],
    P6M: ['每半年', 'half-yearly'],
    P1Y: ['每年', 'yearly'],
  };
  const said = spoken[frequency];
  if (said) return said[zh ? 0 : 1];
  return zh ? `每 ${period(frequency, language)}` : `every ${period(frequency, language)}`;
}
