import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import './base.css';
import { nonceEveryStyle } from './style-nonce.js';

/** Under the page's content security policy only styles with this request's nonce hold. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';
nonceEveryStyle(nonce);
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App nonce={nonce} />);
