import { isValidElement } from 'react';
import type { ArgsEnhancer, ArgTypesEnhancer } from 'storybook/internal/types';

/** What no control can say is left alone: elements, functions, and lists that have more in them than may be chosen. */
export const withoutControls: ArgTypesEnhancer = ({ argTypes, initialArgs }) =>
	Object.fromEntries(
		Object.entries(argTypes).map(([name, type]) => {
			const value = initialArgs[name];
			const isOwn =
				isValidElement(value) ||
				typeof value === 'function' ||
				(Array.isArray(value) && type.options && !value.every((each) => type.options!.includes(each)));
			return [name, isOwn || type.control === false ? { ...type, control: { disable: true } } : type];
		}),
	);

/** Controls begin with the defaults of their props, as far as those are literals. */
export const withDefaults: ArgsEnhancer = ({ argTypes, initialArgs }) =>
	Object.fromEntries(
		Object.entries(argTypes).flatMap(([name, { table }]) => {
			const value = literal(table?.defaultValue?.summary);
			return initialArgs[name] === undefined && value !== undefined && value !== null ? [[name, value]] : [];
		}),
	);

/** The value that a default is written as; nothing where it is said in words. */
function literal(text = ''): unknown {
	try {
		return JSON.parse(text.replaceAll("'", '"').replace(/(?<=\d)_(?=\d)/g, ''));
	} catch {
		return undefined;
	}
}
