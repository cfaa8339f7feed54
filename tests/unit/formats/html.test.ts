import { describe, expect, test } from 'vitest';
import { encodeGbk } from '../../fixtures/encodeGbk.ts';
import { brief, codeOf, read, warningsOf } from './reading.ts';

describe('HTML', () => {
  test('gives headings, numbered items, tables and text as a browser shows them', () => {
    const page = read(
      'html',
      `<!DOCTYPE html><html><head><title> 隐私政策 </title><style>p{}</style></head><body>
      <h2>一、总则</h2>
      <p>我们  收集您的
      个人信息，see
      below.<br>换行&nbsp;后 &lt;甲&gt;</p>
      <ol start="3"><li>姓名<li value="7"><p>电话</p><p>续</p></li></ol>
      <ul><li>圆点</ul><ol type="a"><li>字母</ol>
      <ol style="list-style-type: simp-chinese-informal"><li>中文</ol>
      <table><tr><th>序号<th>名称</tr><tr><td>1<td><table><tr><td>嵌套</table></tr><tr><td></td></tr></table>
      <pre>  原样
  保留</pre>
      <div>块一<div>块二</div>块三</div>`,
    );
    expect(brief(page)).toEqual([
      ['body/0', 'heading', null, '一、总则'],
      ['body/1', 'paragraph', null, '我们 收集您的个人信息，see below.\n换行\u00A0后 <甲>'],
      ['body/2', 'paragraph', '3.', '姓名'],
      ['body/3', 'paragraph', '7.', '电话'],
      ['body/4', 'paragraph', null, '续'],
      ['body/5', 'paragraph', '•', '圆点'],
      ['body/6', 'paragraph', 'a.', '字母'],
      ['body/7', 'paragraph', '一、', '中文'],
      ['body/8/r1/c1/0', 'cell', null, '序号'],
      ['body/8/r1/c2/0', 'cell', null, '名称'],
      ['body/8/r2/c1/0', 'cell', null, '1'],
      ['body/8/r2/c2/0/r1/c1/0', 'cell', null, '嵌套'],
      ['body/8/r3/c1/0', 'cell', null, ''],
      ['body/9', 'paragraph', null, '原样\n  保留'],
      ['body/10', 'paragraph', null, '块一'],
      ['body/11', 'paragraph', null, '块二'],
      ['body/12', 'paragraph', null, '块三'],
    ]);
    expect(page.blocks[0]?.level).toBe(2);
    expect(page.meta).toEqual({ Title: '隐私政策' });
    expect(page.warnings).toEqual([]);
  });

  test('marks what is hidden, inserted and deleted, and reads no scripts', () => {
    const page = read(
      'html',
      '<p>可见<span style="DISPLAY: none">隐藏</span></p><div hidden>全隐</div>' +
        '<p><del>三十</del><ins>六十</ins>日</p><script>document.write("x")</script>' +
        '<img src="https://example.invalid/a.png"><iframe src="https://example.invalid"></iframe>',
    );
    expect(page.blocks.map(({ text, flags, marks }) => [text, flags, marks])).toEqual([
      ['可见隐藏', [], [[2, 4, 'hidden']]],
      ['全隐', ['hidden'], [[0, 2, 'hidden']]],
      [
        '三十六十日',
        [],
        [
          [0, 2, 'deleted'],
          [2, 4, 'inserted'],
        ],
      ],
    ]);
    expect(warningsOf(page)).toEqual([
      ['hidden-text', 2, 'body/0', 'body/1'],
      ['tracked-changes', 1, 'body/2'],
      ['scripts-ignored', 1, 'body/3'],
      ['images-unread', 1, 'body/3'],
      ['embedded-files', 1, 'body/3'],
    ]);
  });

  test('elements and values named like what every object knows are nothing special', () => {
    const page = read(
      'html',
      '<constructor>甲<ol type="constructor" style="list-style-type:valueOf"><li align="toString">乙</ol></constructor>',
    );
    expect(page.blocks.map(({ label, text, align, marks }) => [label, text, align, marks])).toEqual(
      [
        [null, '甲', null, []],
        ['1.', '乙', null, []],
      ],
    );
  });

  test('takes the numbers that Word wrote into the text as labels', () => {
    const page = read(
      'html',
      `<p class=MsoNormal><![if !supportLists]><span style='mso-list:Ignore'>第一条<span>&nbsp; </span></span><![endif]>合同标的</p>`,
    );
    expect(brief(page)).toEqual([['body/0', 'paragraph', '第一条', '合同标的']]);
  });

  test.each([
    ['<meta charset="gb2312"><p>', [], '甲方'],
    ['<meta http-equiv=Content-Type content="text/html; charset=GBK"><p>', [], '甲方'],
    ['<p>', [['encoding-guessed', 1, 'GB18030']], '甲方'],
  ])('finds the encoding of %s', (head, warnings, text) => {
    const page = read('html', new Uint8Array([...Buffer.from(head), ...encodeGbk(text)]));
    expect([brief(page)[0]?.[3], warningsOf(page)]).toEqual([text, warnings]);
  });

  test('a page that states GBK and is UTF-8 is read as UTF-8', () => {
    expect(brief(read('html', '<meta charset=gbk><p>甲方'))[0]?.[3]).toBe('甲方');
  });

  test.each([
    ['quoted-printable', '=BC=D7=\r\n=B7=BD'],
    ['base64', Buffer.from([0xbc, 0xd7, 0xb7, 0xbd]).toString('base64')],
    ['8bit', '\u00BC\u00D7\u00B7\u00BD'],
  ])('reads the page of a web archive in %s', (encoding, text) => {
    const open = encoding === 'base64' ? '' : '<p>';
    const archive = [
      'MIME-Version: 1.0',
      'Content-Type: multipart/related;',
      '\tboundary="----=_x"',
      '',
      '------=_x',
      'Content-Type: image/png',
      '',
      'AAAA',
      '------=_x',
      `Content-Transfer-Encoding: ${encoding}`,
      'Content-Type: text/html; charset="gb2312"',
      '',
      `${open}${text}`,
      '------=_x--',
    ].join('\r\n');
    const page = read('html', new Uint8Array(Buffer.from(archive, 'latin1')));
    expect([brief(page), page.warnings]).toEqual([[['body/0', 'paragraph', null, '甲方']], []]);
  });

  test('bounds are kept', () => {
    const deep = '<div>'.repeat(1_500);
    expect(codeOf(() => read('html', deep))).toBe('limit-nesting');
    expect(codeOf(() => read('html', '<p>甲'.repeat(20), { blocks: 10 }))).toBe('limit-blocks');
    expect(codeOf(() => read('html', `<p>${'甲'.repeat(20)}`, { characters: 10 }))).toBe(
      'limit-characters',
    );
  });
});

test('fields of forms show what they hold', () => {
  const page = read(
    'html',
    '<p>甲方：<input value="某局"> <input type=checkbox checked>公开 <input type="radio">单一 <input type=hidden value="x"><select><option>一次付清</option></select></p>',
  );
  expect(page.blocks.map(({ text }) => text)).toEqual(['甲方：某局 ☒公开 ☐单一 一次付清']);
});
