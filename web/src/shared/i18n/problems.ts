import type { Language } from '.';

/** What the problems that people meet are called, and what helps. The server's own detail stands between. */
const known: Record<string, { zh: [title: string, remedy?: string]; en: [title: string, remedy?: string] }> = {
  unreachable: {
    zh: ['联系不上服务器', '请检查网络或确认服务已启动，然后重试。'],
    en: ['The server cannot be reached', 'Check the network, or that the service is running, then try again.'],
  },
  unexpected: { zh: ['出了意外', '请刷新页面再试。'], en: ['Something unexpected happened', 'Reload the page and try again.'] },
  invalid: { zh: ['填写的内容有误', '请按提示改正后重试。'], en: ['Some entries are not valid', 'Correct them and try again.'] },
  unreadable: { zh: ['服务器读不懂这个请求', '请刷新页面再试。'], en: ['The server could not read the request', 'Reload the page and try again.'] },
  forbidden: { zh: ['没有权限', '如确需操作，请联系乙方经理调整角色。'], en: ['Not allowed', 'Ask the provider manager if your role should permit it.'] },
  'not-found': { zh: ['没有找到', '它可能已被移走，或不在您可见的甲方之内。'], en: ['Not found', 'It may be gone, or belong to a client that you do not see.'] },
  'not-signed-in': { zh: ['请先登录'], en: ['Sign in first'] },
  'bad-csrf': { zh: ['登录状态已变化', '请刷新页面后重试。'], en: ['The session has changed', 'Reload the page and try again.'] },
  'too-many-attempts': { zh: ['尝试次数过多', '请等候几分钟再试。'], en: ['Too many attempts', 'Wait some minutes, then try again.'] },
  'already-there': { zh: ['已有同名的记录', '请换一个名称。'], en: ['Something with that name exists', 'Choose another name.'] },
  'already-enrolled': { zh: ['两步验证已经启用'], en: ['Two-step verification is on already'] },
  'database-unavailable': { zh: ['数据库暂时没有响应', '没有任何内容被改动，请稍后重试。'], en: ['The database does not answer', 'Nothing was changed. Try again shortly.'] },
  internal: { zh: ['服务器内部出错', '请把编号告诉管理员，日志中可以查到。'], en: ['The server failed', 'Tell the administrator the reference; the log has it.'] },
  'ambiguities-open': { zh: ['还有歧义没有决定', '请回到第二步逐条决定。'], en: ['Ambiguities are still open', 'Go back to step two and decide each.'] },
  'plan-refused': { zh: ['排不出履约计划', '请按提示补全合同内容后再生效。'], en: ['No plan can be made', 'Complete the contract as told, then put it in force.'] },
  'unreadable-document': { zh: ['这个文件读不出来', '请换成 txt、md、docx 或文字版 pdf；加密的 pdf 请先去除密码。'], en: ['This document cannot be read', 'Use txt, md, docx or text pdf; remove the password of an encrypted pdf first.'] },
  'too-large': { zh: ['文件太大', '请拆分或压缩后重试。'], en: ['The file is too large', 'Split or compress it and try again.'] },
  'not-a-draft': { zh: ['合同已经生效'], en: ['The contract is in force already'] },
  'window-not-open': { zh: ['履约期间还没有开始'], en: ['The window has not opened'] },
  'run-over': { zh: ['执行已经结束'], en: ['The run is over'] },
};

export function problemTitle(code: string, language: Language): string | null {
  return known[code]?.[language][0] ?? null;
}

export function problemRemedy(code: string, language: Language): string | null {
  return known[code]?.[language][1] ?? null;
}
