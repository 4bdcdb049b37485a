import { expect, it } from 'vitest';
import { asProblem, Problem, readProblem } from './problem';

it('reads title, detail, remedy, code and field errors', () => {
  const problem = readProblem(
    409,
    JSON.stringify({
      title: '尚有歧义',
      detail: '还有 2 处未决定',
      remedy: '逐条作出决定',
      code: 'ambiguities-open',
      errors: [{ field: 'signedOn', message: '必填' }, { message: '整体' }, 'noise'],
    }),
  );

  expect(problem).toMatchObject({
    status: 409,
    code: 'ambiguities-open',
    title: '尚有歧义',
    detail: '还有 2 处未决定',
    remedy: '逐条作出决定',
  });
  expect(problem.errors).toEqual([
    { field: 'signedOn', message: '必填' },
    { field: '', message: '整体' },
  ]);
});

it('falls back to the status when the body is no problem document', () => {
  for (const body of ['', '<html>502</html>', '[]', 'null', '{"title":5,"errors":{}}']) {
    const problem = readProblem(502, body);

    expect(problem.code).toBe('http-502');
    expect(problem.title).toBe('HTTP 502');
    expect(problem.errors).toEqual([]);
  }
});

it('keeps a problem as it is and wraps everything else', () => {
  const problem = new Problem({ status: 401, code: 'x', title: 'y' });

  expect(asProblem(problem)).toBe(problem);
  expect(asProblem(new Error('broken')).title).toBe('broken');
  expect(asProblem('text').title).toBe('text');
});
