import type { HttpRoute } from '#conversation/channel.js';
import type { Site } from './site.js';

export const EMBED_PATH = '/embed.js';

/** The script that other sites show the chat with; there is none where no site may. */
export function embedRoutes({ settings }: Site): HttpRoute[] {
  if (settings.embedOrigins.length === 0) return [];
  const body = embedScript(settings.title);
  return [
    {
      ...{ method: 'GET', path: EMBED_PATH, bodyLimit: 0 },
      handle: async () => ({
        status: 200,
        headers: {
          'content-type': 'text/javascript; charset=utf-8',
          'cache-control': 'public, max-age=3600',
          // The one file that pages of other sites load.
          'cross-origin-resource-policy': 'cross-origin',
        },
        body,
      }),
    },
  ];
}

/**
 * A button in the corner of the page that holds it, which opens the chat in a frame. It writes its styles by the object
 * model, which a policy of that page against inline styles doesn't forbid, and reads nothing of that page.
 */
const embedScript = (title: string): string => `(() => {
  const own = document.currentScript;
  const origin = new URL(own.src).origin;
  const title = own.dataset.title || ${JSON.stringify(title).replace(/</gu, '\\u003c')};
  const style = (element, rules) => Object.assign(element.style, rules);
  const start = () => {
    const box = document.createElement('div');
    const frame = document.createElement('iframe');
    const button = document.createElement('button');
    style(box, { position: 'fixed', right: '16px', bottom: '16px', zIndex: '2147483000', maxWidth: 'calc(100vw - 32px)' });
    style(frame, {
      display: 'none', width: '400px', maxWidth: '100%', height: '640px', maxHeight: 'calc(100vh - 96px)',
      border: '1px solid #d9dedb', borderRadius: '14px', background: '#fff', boxShadow: '0 6px 24px rgba(0,0,0,.18)',
    });
    style(button, {
      display: 'block', margin: '8px 0 0 auto', minHeight: '48px', padding: '0 20px', border: '0',
      borderRadius: '999px', background: '#0b6b5c', color: '#fff', font: '600 16px system-ui,sans-serif', cursor: 'pointer',
    });
    frame.title = title;
    frame.id = 'qingdan-frame';
    button.type = 'button';
    button.textContent = title;
    button.setAttribute('aria-controls', frame.id);
    const show = (open) => {
      if (open && !frame.src) frame.src = origin + '/';
      frame.style.display = open ? 'block' : 'none';
      button.setAttribute('aria-expanded', String(open));
    };
    button.addEventListener('click', () => show(frame.style.display === 'none'));
    box.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      show(false);
      button.focus();
    });
    box.append(frame, button);
    document.body.append(box);
    show('open' in own.dataset);
  };
  if (document.body) start();
  else addEventListener('DOMContentLoaded', start);
})();
`;
