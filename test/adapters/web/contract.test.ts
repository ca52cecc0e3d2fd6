import { channelContract } from '../contract/suite.js';
import { type Browser, openSite, readText, repliesOn } from './support/site.js';

channelContract('web', async (context) => {
  const site = await openSite({ context });
  const browsers = new Map<string, Promise<Browser>>();
  const browserOf = (user: string) => {
    const known = browsers.get(user);
    if (known !== undefined) return known;
    const opened = openBrowser();
    browsers.set(user, opened);
    return opened;
  };
  const openBrowser = async () => {
    const browser = site.browser();
    await browser.open();
    return browser;
  };
  return {
    async deliver({ id, user, text }) {
      const browser = await browserOf(user);
      await browser.post({ text, event: `event-${id}` });
    },
    async deliverFile({ id, user, text, file }) {
      const browser = await browserOf(user);
      await browser.postFiles({ text, event: `event-${id}` }, [file]);
    },
    async files() {
      const found = [...browsers].map(async ([user, opened]) => {
        const browser = await opened;
        const { body } = await browser.open();
        const links = [...body.matchAll(/href="(\/chat\/file[^"]+)" download="([^"]+)"/gu)];
        return Promise.all(
          links.map(async ([, address = '', name = '']) => ({
            user,
            name: readText(name),
            bytes: (await browser.open(readText(address))).rawPayload,
          })),
        );
      });
      return (await Promise.all(found)).flat();
    },
    async sent() {
      const pages = [...browsers].map(async ([user, browser]) => {
        const page = await (await browser).open();
        return repliesOn(page.body).map((text) => ({ user, text }));
      });
      return (await Promise.all(pages)).flat();
    },
    hostile: {
      // Nothing is signed: what keeps other sites' forms out is their origin, which is refused as foreign.
      forged: null,
      async oversized() {
        const response = await (await openBrowser()).post({ text: '事'.repeat(80_000) });
        return response.statusCode;
      },
      async malformed() {
        const browser = await openBrowser();
        const headers = { 'content-type': 'multipart/form-data; boundary=x' };
        return (await browser.post({ text: '能开吗' }, { headers })).statusCode;
      },
      async foreign() {
        const browser = await openBrowser();
        const headers = { origin: 'https://elsewhere.example' };
        return (await browser.post({ text: '能开吗' }, { headers })).statusCode;
      },
    },
    limit: null,
    close: () => site.adapter.stop(),
  };
});
