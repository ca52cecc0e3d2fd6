/**
 * Unpacks an archive of `npm run bundle` into an empty folder and uses it as a machine without a registry would: no
 * network where the system lets a process do without one, no npm, an empty home. Throws at the first thing that is wrong.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';

const NOTICE = `关于做好近期工作的通知
各社区居委会：
一、请各社区协助做好人口普查入户登记。
二、各社区要负责拆除辖区内违法建筑。
某某街道办事处
2026年11月20日
`;

/** How a command is run without a network; none where the system doesn't allow it. */
function withoutNetwork() {
  const way = ['unshare', '--map-root-user', '--net'];
  return spawnSync(way[0], [...way.slice(1), 'true']).status === 0 ? way : [];
}

export function tryBundle(archive) {
  const folder = mkdtempSync(join(tmpdir(), 'qingdan-unpacked-'));
  const home = join(folder, 'home');
  mkdirSync(home);
  const offline = withoutNetwork();
  try {
    const tar = spawnSync('tar', ['-xzf', archive, '-C', folder], { stdio: 'inherit' });
    if (tar.status !== 0) throw new Error('the archive can’t be unpacked');
    const [name] = readdirSync(folder).filter((entry) => entry !== 'home');
    const program = join(folder, name, 'bin', 'qingdan');
    const env = {
      PATH: `${dirname(process.execPath)}:/usr/bin:/bin`,
      HOME: home,
      QINGDAN_DATA_DIR: join(home, 'data'),
    };
    const qingdan = (argv, input = '') => {
      const [command, ...rest] = [...offline, program, ...argv];
      const run = spawnSync(command, rest, { cwd: home, env, input, encoding: 'utf8' });
      if (run.status === 0) return run.stdout;
      throw new Error(`qingdan ${argv.join(' ')}: ${run.status ?? run.error}\n${run.stderr}`);
    };
    const expect = (what, is) => {
      if (!is) throw new Error(`the unpacked program: ${what}`);
      console.log(
        `unpacked, ${offline.length > 0 ? 'without a network' : 'network not taken away'}: ${what}`,
      );
    };
    const { verdict, citations } = JSON.parse(qingdan(['ask', '--json', '社区能开无犯罪记录证明吗']));
    expect('ask answers with its sources', verdict === 'must-not-certify' && citations.length > 0);
    writeFileSync(join(home, '通知.txt'), NOTICE);
    for (const report of ['报告.docx', '报告.xlsx']) {
      qingdan(['screen', '通知.txt', '--out', report]);
      expect(`screen writes ${report}`, existsSync(join(home, report)));
    }
    expect('chat answers, by Botkit', qingdan(['chat'], '社区能开无犯罪记录证明吗\n').includes('公安'));
    expect('doctor finds the store that chat made', qingdan(['doctor']).includes('自检通过'));
    qingdan(['backup', 'backup.db']);
    expect('backup writes a copy', existsSync(join(home, 'backup.db')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
