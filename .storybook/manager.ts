import { addons } from 'storybook/manager-api';
import { brand, inTheDark, onSystemTheme } from './brand';

const dress = () => addons.setConfig({ theme: inTheDark() ? brand.dark : brand.light });

dress();
onSystemTheme(dress);
