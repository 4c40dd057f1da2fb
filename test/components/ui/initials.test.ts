import { expect, it } from 'vitest';
import { initials } from '../../../src/components/ui/initials';

it.each([
	['Asha Verma', 'AV'],
	['asha', 'A'],
	['Ludwig van  Beethoven', 'LB'],
	['élodie d’Été', 'ÉD'],
	['Иван Петров', 'ИП'],
	['(Mr.) O’Brien', 'MO'],
	['佐藤 結衣', '佐'],
	['किरण देसाई', 'कि'],
	['श्रीमती अनुराधा', 'श्री'],
	['عمر السيد', 'ع'],
	['e\u0301lodie', 'É'],
	['김민준', '김'],
	['Asha वर्मा', 'A'],
	['asha.verma@example.com', 'A'],
	['42', ''],
	['🦄 Unicorn', 'U'],
	['', ''],
])('%s is %s', (name, letters) => expect(initials(name)).toBe(letters));
