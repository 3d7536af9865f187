import '@mantine/core/styles.css';
import './console.css';
import { createRoot } from 'react-dom/client';
import { Console } from './console.js';
import { styleNonce } from './style-nonce.js';

// What keeps the page still behind a dialog makes a style of its own, and looks here for what lets it in (the package get-nonce).
Object.assign(globalThis, { __webpack_nonce__: styleNonce });

const place = document.getElementById('console');
if (place === null) throw new Error('The page has no element #console.');
createRoot(place).render(<Console />);
