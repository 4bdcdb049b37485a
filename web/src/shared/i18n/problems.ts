import type { Language } from '.';

type Told = [title: string, remedy?: string];

/** What the problems that people meet are called, and what helps. The server's own detail stands between. */
const known: Record<string, { zh: Told; en: Told }> = {
  unreachable: {
    zh: ['联系不上服务器', '请检查网络或确认服务已启动，然后重试。'],
    en: ['The server cannot be reached', 'Check the network, or that the service is running, then try again.'],
  },
  unexpected: { zh: ['出了意外', '请刷新页面再试。'], en: ['Something unexpected happened', 'Reload the page and try again.'] },

  // the request
  invalid: { zh: ['填写的内容有误', '请按提示改正后重试。'], en: ['Some entries are not valid', 'Correct them and try again.'] },
  unreadable: { zh: ['服务器读不懂这个请求', '请刷新页面再试。'], en: ['The server could not read the request', 'Reload the page and try again.'] },
  'bad-request': { zh: ['服务器读不懂这个请求', '请刷新页面再试。'], en: ['The server could not read the request', 'Reload the page and try again.'] },
  'method-not-allowed': { zh: ['这里不支持这种操作', '页面可能已经过时，请刷新后再试。'], en: ['That is not done here', 'The page may be out of date: reload it and try again.'] },
  'not-acceptable': { zh: ['没有这种格式', '请换一种导出格式。'], en: ['There is no such format', 'Choose another format.'] },
  'unsupported-media-type': { zh: ['不接受这种内容', '请刷新页面，换一种文件再试。'], en: ['Content of this kind is not taken', 'Reload the page and try with another kind of file.'] },
  'content-too-large': { zh: ['文件太大', '请拆分或压缩后重试。'], en: ['The file is too large', 'Split or compress it and try again.'] },
  'export-needs-approval': { zh: ['甲方要求先审批再导出', '在“保密 → 数据导出”中申请，批准后再下载。'], en: ['The client wants to be asked first', 'Ask under Secrecy, Exports; download when it is approved.'] },
  'approval-lapsed': { zh: ['申请已过期', '请重新申请。'], en: ['The request has lapsed', 'Ask again.'] },
  'not-found': { zh: ['没有找到', '它可能已被移走，或不在您可见的甲方之内。'], en: ['Not found', 'It may be gone, or belong to a client that you do not see.'] },
  'already-there': { zh: ['已有同名的记录', '请换一个名称。'], en: ['Something with that name exists', 'Choose another name.'] },
  'internal-server-error': { zh: ['服务器内部出错', '请稍后再试；若仍出错，请告诉管理员发生的时间。'], en: ['The server failed', 'Try again shortly; if it happens again, tell the administrator when.'] },
  'service-unavailable': { zh: ['服务暂时不可用', '请稍候片刻再试。'], en: ['The service is not available', 'Wait a moment and try again.'] },
  'database-unavailable': { zh: ['数据库暂时没有响应', '没有任何内容被改动，请稍后重试。'], en: ['The database does not answer', 'Nothing was changed. Try again shortly.'] },
  internal: { zh: ['服务器内部出错', '请把编号告诉管理员，日志中可以查到。'], en: ['The server failed', 'Tell the administrator the reference; the log has it.'] },

  // requests, changes, notices of others
  'not-a-contact': { zh: ['不是联系责任人', '请由联系责任人提交，或先登记联系人。'], en: ['Not a named contact', 'Let a named contact ask, or name this person a contact first.'] },
  'not-attributed': { zh: ['来源未核实', '请先登记请求来自哪位联系责任人。'], en: ['The origin is not verified', 'Register first which contact asks.'] },
  'primary-first': { zh: ['还没有主要联系责任人', '请先登记主要联系责任人。'], en: ['There is no primary contact', 'Name the primary contact first.'] },
  'successor-first': { zh: ['主要联系责任人不能空缺', '请先登记接任人。'], en: ['A primary contact is needed', 'Name the successor first.'] },
  'request-unreviewed': { zh: ['请求尚未审核', '请先审核请求。'], en: ['The request is not reviewed', 'Review it first.'] },
  'request-unconfirmed': { zh: ['等待甲方书面确认', '甲方确认后再处理。'], en: ['The client has not confirmed in writing', 'Wait for the written word.'] },
  'request-altered': { zh: ['请求文字已变动', '请重新提示风险并由甲方确认。'], en: ['The words of the request changed', 'Warn again and let the client confirm.'] },
  'words-changed': { zh: ['内容已变动', '请刷新页面，重新阅读后再签字。'], en: ['The words changed', 'Reload, read again, then sign.'] },
  'document-changed': { zh: ['文件已变动', '请重新取得待签文件并签名。'], en: ['The document changed', 'Take it again and sign it anew.'] },
  'certificate-invalid': { zh: ['证书签名无效', '请查看未通过的项目，更正后重新签名。'], en: ['The certificate signature is not valid', 'See which check failed, mend it and sign anew.'] },
  'certificate-unknown': { zh: ['签发机构不受信任', '请同时手写签名，或请安全管理员添加该颁发机构。'], en: ['The authority is not trusted', 'Sign by hand as well, or have the authority added.'] },
  'certificate-known': { zh: ['证书已登记', '无须再次登记。'], en: ['Registered already', 'There is nothing more to do.'] },
  'anchor-known': { zh: ['该颁发机构已受信任', '无须再次添加。'], en: ['Trusted already', 'There is nothing more to do.'] },
  'older-list': { zh: ['吊销列表已过时', '请上传最新的一份。'], en: ['An older list', 'Upload the newest one.'] },
  'change-unsigned': { zh: ['甲方尚未签字', '请先提交方案并由签署人签字。'], en: ['The client has not signed', 'Propose the plan and let the signatory sign.'] },
  'change-altered': { zh: ['方案与签字时不一致', '请重新提交方案签字。'], en: ['The plan was altered after signing', 'Propose it again for another signature.'] },
  'outside-window': { zh: ['不在变更时段内', '请在时段内开始，或重新提交方案。'], en: ['Outside the window', 'Begin within it, or propose another plan.'] },
  'steps-untold': { zh: ['还有步骤没有结果', '请逐项记录，未执行的标记为跳过。'], en: ['Some steps have no outcome', 'Record each; mark what was not done as skipped.'] },
  'notice-known': { zh: ['该通报已登记', '请在原通报中继续处理。'], en: ['The notice is known already', 'Go on with the one that is there.'] },
  'notice-unanswered': { zh: ['通报尚未答复', '请先整改、复测并登记答复。'], en: ['The notice is not answered', 'Fix, retest and register the answer first.'] },
  'problems-open': { zh: ['还有问题未了结', '请逐项整改复测，或说明原因。'], en: ['Some problems are open', 'Fix and retest each, or explain it.'] },

  // who is asking
  forbidden: { zh: ['没有权限', '如确需操作，请联系乙方经理调整角色。'], en: ['Not allowed', 'Ask the provider manager if your role should permit it.'] },
  'not-signed-in': { zh: ['请先登录', '登录已过期或已退出，请重新登录。'], en: ['Sign in first', 'The session ended or was signed out: sign in again.'] },
  'bad-credentials': { zh: ['用户名、密码或验证码不对', '请核对后重试；忘记密码请联系乙方经理重设。'], en: ['User name, password or code is wrong', 'Check them; ask the provider manager for a new password if it is forgotten.'] },
  'totp-required': { zh: ['还需要验证码', '请填写验证器应用里当前的六位数字。'], en: ['A code is needed as well', 'Enter the six digits that your authenticator shows now.'] },
  csrf: { zh: ['登录状态已变化', '请刷新页面后重试。'], en: ['The session has changed', 'Reload the page and try again.'] },
  'too-many-attempts': { zh: ['尝试次数过多', '请等候几分钟再试。'], en: ['Too many attempts', 'Wait some minutes, then try again.'] },
  'already-enrolled': { zh: ['两步验证已经启用', '无需再次启用；更换手机时请联系乙方经理。'], en: ['Two-step verification is on already', 'There is nothing to do; ask the provider manager when the phone changes.'] },
  'password-change-required': { zh: ['请先修改密码', '修改后即可继续。'], en: ['Change your password first', 'Then you can go on.'] },
  'second-factor-required': { zh: ['请先启用第二重验证', '启用验证器或登记通行密钥后即可继续。'], en: ['Turn on a second factor first', 'Then you can go on.'] },
  'session-locked': { zh: ['页面已锁定', '请输入密码解锁。'], en: ['The pages are locked', 'Unlock them with your password.'] },
  'passkey-refused': { zh: ['通行密钥没有通过', '请换一把再试，或用密码登录。'], en: ['The passkey was refused', 'Try another, or sign in by password.'] },
  'separated-duties': { zh: ['三员分立', '请由系统管理员提出，安全管理员同意。'], en: ['Duties are separated here', 'The system administrator proposes, the security administrator agrees.'] },
  'second-person': { zh: ['须由另一位管理员审批', '自己提出的不能自己同意。'], en: ['Another administrator must decide', 'Nobody agrees to what they proposed.'] },
  'already-decided': { zh: ['这项申请已经处理过', '请刷新页面查看结果。'], en: ['This was decided already', 'Reload the page to see how.'] },
  'last-one': { zh: ['这是最后一个担任该角色的人', '请先让另一个人担任。'], en: ['Nobody else holds this role', 'Give it to somebody else first.'] },
  'not-yourself': { zh: ['不能停用自己', '请由另一位管理员来做。'], en: ['Not your own account', 'Ask another administrator.'] },
  'role-fixed': { zh: ['管理员不能改任其他角色', '请停用这个账号，另建一个。'], en: ['This role stays as it is', 'Disable the account and add another.'] },
  'holds-another-role': { zh: ['此人已担任三员之一', '三员须由三个人担任。'], en: ['They hold one of the three offices already', 'Choose somebody else.'] },
  'read-only-token': { zh: ['这个令牌只能读取', '请换一个可读写的令牌。'], en: ['This token only reads', 'Use one that may write.'] },
  'bad-token': { zh: ['令牌无效', '它可能已过期或被撤销，请重新生成。'], en: ['The token is not valid', 'It may be over or revoked: make another.'] },
  'in-person': { zh: ['须本人登录后操作', '这里不接受 API 令牌。'], en: ['Only in person', 'API tokens are not taken here.'] },

  // tickets
  'no-contract-serves-asset': { zh: ['没有合同服务该资产', '请直接选择合同，或先把资产纳入合同的服务范围。'], en: ['No contract serves this asset', 'Choose the contract, or add the asset to what a contract serves.'] },
  'never-paused': { zh: ['没有可以异议的暂停', '只有暂停过计时的工单才能提出异议。'], en: ['There is no pause to dispute', 'Only a ticket whose clock was paused can be disputed.'] },
  'same-ticket': { zh: ['工单不能与自己关联', '请填写另一张工单的编号。'], en: ['A ticket cannot be tied to itself', 'Enter the number of another ticket.'] },
  'mail-settled': { zh: ['这封邮件已经处理过', '请刷新列表。'], en: ['This mail was settled before', 'Reload the list.'] },

  // contracts and what they promise
  'unreadable-document': { zh: ['这个文件读不出来', '请换成 txt、md、docx 或文字版 pdf；加密的 pdf 请先去除密码。'], en: ['This document cannot be read', 'Use txt, md, docx or text pdf; remove the password of an encrypted pdf first.'] },
  'ambiguities-open': { zh: ['还有歧义没有决定', '请回到第二步逐条决定。'], en: ['Ambiguities are still open', 'Go back to step two and decide each.'] },
  'plan-refused': { zh: ['排不出履约计划', '请按提示补全合同内容后再生效。'], en: ['No plan can be made', 'Complete the contract as told, then put it in force.'] },
  'not-a-draft': { zh: ['合同已经生效', '正文不能再改；如有变更，请签订补充合同后重新导入。'], en: ['The contract is in force already', 'Its text stays as it is; import the amended contract as a new one.'] },
  'still-a-draft': { zh: ['合同还是草稿', '请先完成导入：决定歧义、填写签订日期，使其生效。'], en: ['The contract is still a draft', 'Finish importing it first: decide its ambiguities, enter the signing date.'] },
  'quota-used-up': { zh: ['本期限额已经用完', '请与甲方协商增购，或等到下一期。'], en: ['The quota of this period is used up', 'Agree on more with the client, or wait for the next period.'] },
  'window-not-open': { zh: ['履约期间还没有开始', '请到期间开始后再做；时间见上。'], en: ['The window has not opened', 'Come back once it has begun; the time is given above.'] },
  'wrong-state': { zh: ['当前状态下不能这样做', '别人可能刚刚处理过；请刷新页面，查看现在的状态。'], en: ['Its present state forbids this', 'Somebody may just have acted: reload the page and look at its state.'] },
  automatic: { zh: ['这一项由系统执行', '请使用“立即执行”，无需提交文件。'], en: ['The system does this by itself', 'Use “Run now”; no file is needed.'] },
  'not-automatic': { zh: ['这一项不能由系统执行', '由人完成的，请提交成果文件；持续监测的，由探测记录证明。'], en: ['The system cannot run this', 'Hand in a result if people do it; what is watched without a break is proved by its probes.'] },

  // work, findings, tickets
  'run-over': { zh: ['执行已经结束', '请刷新页面查看结果。'], en: ['The run is over', 'Reload the page to see how it ended.'] },
  'runs-stuck': { zh: ['到期的执行迟迟没有结束', '时钟已停住。请查看“履约”中正在执行的任务，稍后再推进时钟。'], en: ['Runs that are due do not end', 'The clock has stopped. Look at the runs under way, then move it on.'] },
  'clock-moving': { zh: ['时钟正在推进', '请等它停下再试。'], en: ['The clock is moving', 'Wait until it stands still, then try again.'] },
  'clock-not-replayed': { zh: ['这台服务器的时钟不能推进', '只有演练用的服务器才可以推进时钟。'], en: ['The clock of this server cannot be moved', 'Only a server that replays can move its clock.'] },
  'not-looked-yet': { zh: ['还没有采集过', '请等第一次采集完成后再看。'], en: ['Nobody has looked yet', 'Come back after the first run.'] },
  dismissed: { zh: ['该问题已认定为无需处理', '若情况有变，下一次检查会重新发现它。'], en: ['The finding was dismissed', 'Should things change, the next check will find it anew.'] },
  'retest-first': { zh: ['还没有经复测证明已修复', '请先标记“解决”并等待复测，或将问题认定为无需处理。'], en: ['No retest has proved the mending', 'Mark it resolved and wait for the retest, or dismiss the finding.'] },

  // incidents, plans, drills
  'room-exists': { zh: ['已经有事件处置室', '请直接进入已有的处置室。'], en: ['There is a room for it already', 'Enter the room that is there.'] },
  'incident-open': { zh: ['事件还没有关闭', '请先在事件处置室完成总结并关闭。'], en: ['The incident is not closed yet', 'Sum it up and close it in its room first.'] },
  'phase-out-of-order': { zh: ['阶段顺序不对', '请按顺序推进，或用“跳过或退回阶段”并写明原因。'], en: ['Not the next phase', 'Take the next one, or skip with a reason.'] },
  'not-the-holder': { zh: ['移交人不是现保管人', '请由现保管人移交。'], en: ['The giver does not hold it', 'Only its holder can hand it over.'] },
  'no-permit': { zh: ['没有有效的授权', '请先在“授权”登记甲方签字、方式与目标相符的授权书。'], en: ['No permit covers it', 'Enter the client’s permit with the method and target needed.'] },
  'no-consent': { zh: ['甲方还没有同意', '请甲方签字人在“演练资产”签字同意。'], en: ['The client has not agreed yet', 'Ask the client’s signatory to agree on the page of drill assets.'] },
  'injection-refused': { zh: ['演练没有开始', '请按提示修正演练资产后重新编制；已注入的已全部撤销。'], en: ['The drill did not start', 'Mend what is told and prepare it anew; nothing is left in place.'] },
  'own-work': { zh: ['不能评审自己的预案', '请另一位人员评审。'], en: ['Nobody reviews their own plan', 'Ask somebody else.'] },

  // permits, evidence, acceptance
  'already-revoked': { zh: ['授权已经撤销', '如需继续，请登记一份新的授权书。'], en: ['The permit was revoked already', 'Enter a new permit to go on.'] },
  'content-missing': { zh: ['证据文件缺失或被改动', '请在“证据”页核验这条链，并从备份中恢复文件。'], en: ['The file of this evidence is gone or altered', 'Verify the chain on the evidence page, and restore the file from a backup.'] },
  'acceptance-in-progress': { zh: ['这份合同正在生成另一份验收材料', '请等它完成后再试。'], en: ['A package of this contract is being built', 'Wait until it is done, then try again.'] },
  'not-published': { zh: ['验收材料还没有生成完', '请等生成完成后再签署。'], en: ['The package is not built yet', 'Sign once it is published.'] },
  'already-signed': { zh: ['甲方已经签署过', '签署不能更改；如需重新验收，请乙方另行生成一份材料。'], en: ['The client has signed already', 'A signature stands; ask the provider for a new package to judge anew.'] },
};

export function problemTitle(code: string, language: Language): string | null {
  return known[code]?.[language][0] ?? null;
}

export function problemRemedy(code: string, language: Language): string | null {
  return known[code]?.[language][1] ?? null;
}
