import { told } from 'virtual:arg-types';
import * as kit from '../src/index';

/** What the sources say of a component; nothing of one of the stories' own. */
function toldOf(component: unknown) {
	const [name = ''] = Object.entries(kit).find(([, offered]) => offered === component) ?? [];
	return told[name];
}

export const argTypesOf = (component: unknown) => toldOf(component)?.argTypes ?? {};

export const descriptionOf = (component: unknown) => toldOf(component)?.description ?? '';
