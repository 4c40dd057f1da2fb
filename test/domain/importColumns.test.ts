import { describe, expect, it } from 'vitest';
import { guessByValues, guessImportFields } from '../../src/domain/importColumns';
import type { ImportField } from '../../src/domain/importField';

const guess = (header: string) => guessImportFields(header.split(','));

/** What columns are called in exports of shops, address books and billing, and by who makes a list of their own. */
const called: Record<Exclude<ImportField, 'id'>, string> = {
	email:
		'Email,E-mail,EMAIL,e_mail,Mail,Email Address,E-mail 1 - Value,E-mail 1,Primary Email,User email,ईमेल,ई-मेल,ईमेल पता,البريد الإلكتروني,' +
		'بريد إلكتروني,الإيميل,Correo,Correo electrónico,Dirección de correo electrónico,E-Mail-Adresse,Mailadresse,Adresse e-mail,Adresse mail,' +
		'Courriel,Adresse électronique,Endereço de e-mail,Endereço de email,Correio eletrônico,メール,メールアドレス,ﾒｰﾙｱﾄﾞﾚｽ,Ｅメール,電子メール,이메일,' +
		'이메일 주소,전자우편,메일,邮箱,电子邮箱,电子邮件,邮箱地址,電子郵件,Indirizzo email,E-mailadres,Электронная почта,Эл. почта,Почта,البريد الالكتروني',
	name:
		'Name,Full Name,full_name,Display Name,Customer Name,Contact Name,Client name,नाम,पूरा नाम,ग्राहक का नाम,الاسم,الإسم,الاسم الكامل,اسم العميل,' +
		'Nombre completo,Nombre y apellidos,Nombre,Nombre del cliente,Vollständiger Name,Vor- und Nachname,Kundenname,Nom complet,Nom et prénom,' +
		'Prénom et nom,Nom du client,Nome completo,Nome do cliente,氏名,お名前,名前,顧客名,성명,이름,고객명,고객 이름,姓名,名字,客户姓名,客户名称,名称,' +
		'Naam,Volledige naam,Imię i nazwisko,ФИО,Имя,Полное имя',
	'name.first':
		'First Name,first_name,firstname,Given Name,Forename,प्रथम नाम,पहला नाम,الاسم الأول,Nombre de pila,Primer nombre,Nombres,Vorname,Prénom,' +
		'Primeiro nome,名,下の名前,이름(성 제외),Voornaam,Imię',
	'name.middle':
		'Middle Name,Additional Name,Second Name,मध्य नाम,الاسم الأوسط,Segundo nombre,Zweiter Vorname,Deuxième prénom,Nome do meio,ミドルネーム,中间名,Отчество',
	'name.last':
		'Last Name,lastname,Family Name,Surname,उपनाम,अंतिम नाम,कुलनाम,اسم العائلة,الاسم الأخير,اللقب,Apellido,Apellidos,Nachname,Familienname,' +
		'Nom de famille,Sobrenome,Apelido,Último nome,姓,苗字,名字(姓),성,성씨,Achternaam,Nazwisko,Cognome,Фамилия',
	phone:
		'Phone,Phone Number,Telephone,Telephone Number,Tel.,Mobile,Mobile Phone,Mobile Phone Number,Mobile Number,Cell,Cell Phone,Phone 1 - Value,Primary Phone,Contact Number,' +
		'फ़ोन,फोन,फ़ोन नंबर,मोबाइल,मोबाइल नंबर,दूरभाष,الهاتف,رقم الهاتف,هاتف,الجوال,رقم الجوال,Teléfono,Número de teléfono,Móvil,Celular,Telefon,' +
		'Telefonnummer,Rufnummer,Handy,Handynummer,Mobil,Mobilnummer,Mobiltelefon,Téléphone,Numéro de téléphone,Portable,Téléphone portable,Telefone,Número de telefone,' +
		'Telemóvel,電話,電話番号,携帯電話,携帯番号,전화,전화번호,휴대폰,휴대전화,휴대폰 번호,연락처,电话,电话号码,手机,手机号,手机号码,联系电话,電話號碼,' +
		'Telefono,Cellulare,Telefoon,Telefoonnummer,Numer telefonu,Телефон,Номер телефона',
	'address.line1':
		'Line 1,line1,Street,Street Address,Street Address 1,Street 1,Address Line 1,Address 1,Address,पता,पता पंक्ति 1,सड़क,العنوان,الشارع,Dirección,Calle,Dirección 1,' +
		'Domicilio,Straße,STRASSE,Adresse,Anschrift,Straße und Hausnummer,Strasse und Hausnummer,Adresszeile 1,Rue,Adresse 1,Adresse postale,Ligne d’adresse 1,' +
		"Ligne d'adresse 1,Endereço,Rua,Logradouro,住所,住所1,番地,주소,주소1,도로명주소,기본주소,地址,街道,街道地址,详细地址,地址1,Indirizzo,Via,Adres,Straat,Ulica,Адрес,Улица",
	'address.line2':
		'Line 2,Address 2,Street Address 2,Address Line 2,Street 2,Extended Address,Apartment,Apt,Suite,Unit,पता पंक्ति 2,العنوان 2,Dirección 2,Piso,Adresszusatz,' +
		'Adresszeile 2,Complément d’adresse,Complément,Adresse 2,Complemento,Endereço 2,住所2,建物名,建物名・部屋番号,주소2,상세주소,나머지 주소,地址2',
	'address.city':
		'City,Town,Town / City,City/Town,Locality,Municipality,Suburb,शहर,नगर,المدينة,مدينة,Ciudad,Localidad,Población,Municipio,Stadt,Ort,Wohnort,Ville,' +
		'Commune,Cidade,Município,市区町村,도시,시군구,城市,市,Città,Stad,Plaats,Woonplaats,Miasto,Город',
	'address.state':
		'State,Province,Region,State/Region,State / Province,Province Code,State Code,County,Prefecture,राज्य,प्रदेश,الولاية,المحافظة,المنطقة,الإمارة,' +
		'Provincia,Estado,Comunidad autónoma,Departamento,Región,Bundesland,Kanton,Département,Région,UF,都道府県,시도,시/도,省,省份,省/州,Provincie,' +
		'Województwo,Область,Регион',
	'address.postal_code':
		'Postal Code,Postcode,Post code,Zip,ZIP Code,zip_code,Zip/Postal Code,Postal Code/Zip,PIN code,Pincode,PIN,पिन कोड,पिनकोड,डाक कोड,الرمز البريدي,رمز بريدي,' +
		'Código postal,CP,C.P.,Postleitzahl,PLZ,Code postal,CEP,郵便番号,우편번호,우편 번호,邮编,邮政编码,郵遞區號,CAP,Codice postale,Kod pocztowy,Индекс,Почтовый индекс',
	'address.country':
		'Country,Country Code,country_code,Country/Region,Country Name,Country ID,Nation,देश,البلد,الدولة,بلد,País,Land,Staat,Pays,País/Região,国,国名,国家,' +
		'国/地域,国家/地区,국가,나라,國家,Paese,Kraj,Страна',
};

describe('a column is known by what people call it', () => {
	it.each(Object.entries(called))('%s', (field, headers) => {
		for (const header of headers.split(',')) expect([header, guessImportFields([header])]).toEqual([header, [field]]);
	});

	it.each(['', '---', 'Notes', 'Company', 'Fax', 'Total Spent', 'customer_id', 'ID', 'Created', 'Email opt-in', 'Not an email'])(
		'and left out where it is called %j',
		(header) => expect(guessImportFields([header])).toEqual([null]),
	);

	it.each([
		['\ufeffEmail', 'email'],
		['E\u00admail', 'email'],
		['  *EMAIL*  ', 'email'],
		['Pre\u0301nom', 'name.first'],
		['फ\u093cोन', 'phone'],
		['\u110b\u1175\u1106\u1166\u110b\u1175\u11af', 'email'],
		['Ｐｈｏｎｅ', 'phone'],
		['Endereco', 'address.line1'],
		['shipping_address[city]', 'address.city'],
	])('however it is written: %j', (header, field) => expect(guessImportFields([header])).toEqual([field]));
});

describe('of several columns that may hold a field', () => {
	/** Before the name: nearest to the customer first, then where bills go, then other places. */
	const before = [
		'',
		'Customer ',
		'Contact ',
		'Primary ',
		'Billing ',
		'Invoice ',
		'Mailing ',
		'Default ',
		'Card ',
		'PO',
		'Home ',
		'Business ',
		'Work ',
		'Shipping ',
		'SA',
	];

	it.each(before.map((_, at) => before.slice(at)))('%j comes first', (...left) => {
		const header = (name: string) => left.map((prefix) => prefix + name).reverse();
		const others = Array(left.length - 1).fill(null);
		expect(guessImportFields(header('Telephone'))).toEqual([...others, 'phone']);
		expect(guessImportFields(header('City'))).toEqual([...others, 'address.city']);
	});

	it.each([
		['Email,E-mail,Mail', ['email', null, null]],
		['Email,Customer Email', ['email', null]],
		['Address,Street', [null, 'address.line1']],
		['Address,Address Street', [null, 'address.line1']],
		['Address Telephone,Mobile', [null, 'phone']],
		['City,Address 1 - City', ['address.city', null]],
		['Addresses City,Email', ['address.city', 'email']],
		['Billing City,Shipping Street,Shipping City', [null, 'address.line1', 'address.city']],
		['Shipping Street,Shipping City,Billing Street,Billing City', [null, null, 'address.line1', 'address.city']],
		['Billing Email,Work Phone,Home Street', ['email', 'phone', 'address.line1']],
		['Address 1,Address 2', ['address.line1', 'address.line2']],
	])('each field is one of them, and all of an address are of one: %s', (header, fields) => expect(guess(header)).toEqual(fields));

	it('what a program found out from an IP address is none', () => {
		expect(guess('Email,REGION')).toEqual(['email', 'address.state']);
		expect(guess('Email,REGION,OPTIN_IP')).toEqual(['email', null, null]);
		expect(guess('Email,REGION,MEMBER_RATING')).toEqual(['email', null, null]);
		expect(guess('Email,State,OPTIN_IP')).toEqual(['email', 'address.state', null]);
	});
});

describe('a whole name', () => {
	it.each([
		['Name,Vorname', ['name.last', 'name.first']],
		['Nom,Prénom', ['name.last', 'name.first']],
		['الاسم,الاسم الأول', ['name.last', 'name.first']],
		['नाम,पहला नाम', ['name.last', 'name.first']],
		['Vorname,Name', ['name.first', 'name.last']],
		['Surname,Name', ['name.last', 'name.first']],
		['Name,Surname', ['name.first', 'name.last']],
		['Nombre,Apellidos', ['name.first', 'name.last']],
		['Nome,Cognome', ['name.first', 'name.last']],
		['Имя,Фамилия', ['name.first', 'name.last']],
		['이름,성', ['name.first', 'name.last']],
		['नाम,उपनाम', ['name.first', 'name.last']],
		['الاسم,اسم العائلة', ['name.first', 'name.last']],
		['Имя,Отчество,Фамилия', ['name.first', 'name.middle', 'name.last']],
	])('is a part of it beside the other part: %s', (header, fields) => expect(guess(header)).toEqual(fields));

	it.each([
		['Name,First name,Last name', ['name', null, null]],
		['Name,First name,Middle name,Last name', ['name', null, null, null]],
		['Full name,First name', ['name', null]],
		['Full name,Last name', ['name', null]],
		['Nom,Nom de famille', ['name', null]],
		['Nombre,Nombre de pila', ['name', null]],
		['Name,Middle name', ['name', null]],
		['Customer Name,Last name,Email', ['name', null, 'email']],
	])('makes its parts unnecessary: %s', (header, fields) => expect(guess(header)).toEqual(fields));

	it('is not needed where there are parts', () => {
		expect(guess('First name,Last name')).toEqual(['name.first', 'name.last']);
		expect(guess('Last name,Email')).toEqual(['name.last', 'email']);
	});
});

describe('a column that nothing names is known by most of its values', () => {
	const column = (...values: string[]) => guessByValues(values.map((value) => [value]));

	it.each<[field: ImportField | null, values: string[]]>([
		['email', ['a@b.co']],
		['email', ["'a@b.co"]],
		['email', ['a@b.co', 'c@d.co', 'unknown']],
		[null, ['a@b.co', '17']],
		['email', ['a@b.co', '', ' ', '\t']],
		[null, ['', ' ']],
		['phone', ['+91 98765 43210']],
		['phone', ['+1 (202) 555-0143', '+44.20.7946.0958']],
		['phone', ['+1234567']],
		[null, ['+123456']],
		[null, ['98765 43210']],
		[null, ['tel +91 98765 43210']],
		[null, ['+91 98765 43210 (office)']],
		['address.country', ['India', 'SG', 'Deutschland']],
		['name', ['Asha Rao', 'Mei Tan']],
		['name', ['Asha']],
		['name', ['आशा राव', 'O’Neill', "Shaun O'Neill-Rao", 'J. R. Tolkien', 'Rao, Asha']],
		[null, ['Asha 2']],
		[null, ['2 Asha']],
		[null, ['Asha  Rao']],
		[null, ['-']],
		[null, ['Asha Rao!']],
		[null, ['17', '3']],
	])('%s: %j', (field, values) => expect(column(...values)).toEqual([field]));

	it('each field is one column, the first that fits', () => {
		expect(guessByValues([['a@b.co', 'c@d.co', 'Asha', 'Rao']])).toEqual(['email', null, 'name', null]);
	});

	it('as many columns as the longest row has, none where there are none', () => {
		expect(guessByValues([])).toEqual([]);
		expect(guessByValues([['a@b.co', 'Asha'], ['c@d.co'], ['e@f.co']])).toEqual(['email', 'name']);
		expect(guessByValues([['a@b.co'], ['c@d.co', 'Asha', '17'], ['e@f.co', 'Mei']])).toEqual(['email', 'name', null]);
	});
});
