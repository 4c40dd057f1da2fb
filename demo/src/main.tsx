/// <reference types="vite/client" />

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../../src/styles.css';
import './demo.css';
import { App } from './App';
import { loadFirstLanguage } from './useLanguage';

// Nothing is said before it is known in which language.
void loadFirstLanguage().then((language) =>
	createRoot(document.getElementById('app')!).render(
		<StrictMode>
			<App first={language} />
		</StrictMode>,
	),
);
