import type { ImportField } from './importField';

/**
 * What people and programs call a column, in English, Hindi, Arabic, Spanish, German, French, Portuguese, Japanese, Korean, Chinese and a
 * few more; case, accents, spaces and punctuation do not matter. What is found first in a field's list wins.
 */
export const headerWords: Readonly<Record<Exclude<ImportField, 'id'>, string>> = {
	email:
		'email,mail,email address,email 1 value,email 1,primary email,emails,user email,login email,ईमेल,ई-मेल,ईमेल पता,البريد الإلكتروني,بريد إلكتروني,البريد,الإيميل,ايميل,' +
		'correo,correo electrónico,dirección de correo,dirección de correo electrónico,e-mail-adresse,mailadresse,emailadresse,adresse e-mail,adresse mail,' +
		'adresse électronique,courriel,adresse courriel,endereço de e-mail,endereço de email,correio eletrônico,メール,メールアドレス,eメール,電子メール,' +
		'이메일,이메일 주소,전자우편,메일,邮箱,电子邮箱,电子邮件,邮件地址,邮箱地址,電子郵件,indirizzo email,e-mailadres,posta elettronica,adres e-mail,электронная почта,эл. почта,почта',
	name:
		'name,full name,display name,customer name,contact name,client name,नाम,पूरा नाम,ग्राहक का नाम,الاسم,الاسم الكامل,اسم العميل,' +
		'nombre completo,nombre y apellidos,nombre,nombre del cliente,vollständiger name,vor- und nachname,kundenname,nom complet,nom et prénom,prénom et nom,' +
		'nom du client,nom,nome completo,nome do cliente,nome,氏名,お名前,名前,顧客名,성명,이름,고객명,고객 이름,姓名,名字,客户姓名,客户名称,名称,' +
		'naam,volledige naam,imię i nazwisko,фио,имя,полное имя',
	'name.first':
		'first name,given name,forename,fname,प्रथम नाम,पहला नाम,الاسم الأول,nombre de pila,primer nombre,nombres,vorname,prénom,primeiro nome,' +
		'名,下の名前,ファーストネーム,이름(성 제외),voornaam,imię,nome proprio',
	'name.middle':
		'middle name,additional name,second name,मध्य नाम,الاسم الأوسط,segundo nombre,zweiter vorname,deuxième prénom,nome do meio,ミドルネーム,中间名,отчество',
	'name.last':
		'last name,family name,surname,lname,उपनाम,अंतिम नाम,कुलनाम,اسم العائلة,الاسم الأخير,اللقب,الكنية,apellido,apellidos,nachname,familienname,' +
		'nom de famille,sobrenome,apelido,último nome,姓,苗字,名字(姓),성,성씨,achternaam,nazwisko,cognome,фамилия',
	phone:
		'phone,phone number,telephone,telephone number,tel,mobile,mobile phone,mobile number,mobile phone number,cell,cell phone,phone 1 value,phone 1,primary phone,contact number,' +
		'फ़ोन,फोन,फ़ोन नंबर,फोन नंबर,मोबाइल,मोबाइल नंबर,दूरभाष,الهاتف,رقم الهاتف,هاتف,الجوال,رقم الجوال,موبايل,teléfono,número de teléfono,móvil,celular,' +
		'telefon,telefonnummer,rufnummer,handy,handynummer,mobil,mobilnummer,mobiltelefon,téléphone,numéro de téléphone,portable,téléphone portable,mobile téléphone,telefone,' +
		'número de telefone,telemóvel,電話,電話番号,携帯,携帯電話,携帯番号,携帯電話番号,전화,전화번호,휴대폰,휴대전화,휴대폰 번호,연락처,电话,电话号码,手机,手机号,手机号码,' +
		'联系电话,電話號碼,telefono,cellulare,telefoon,telefoonnummer,numer telefonu,телефон,номер телефона',
	'address.line1':
		'line 1,street,street address,street address 1,street 1,address line 1,street line 1,address 1,address,पता,पता पंक्ति 1,सड़क,العنوان,الشارع,عنوان الشارع,العنوان 1,dirección,calle,dirección 1,' +
		'domicilio,straße,strasse,adresse,anschrift,straße und hausnummer,straße hausnummer,adresszeile 1,rue,adresse 1,adresse postale,ligne d’adresse 1,endereço,' +
		'rua,logradouro,endereço 1,住所,住所1,番地,주소,주소1,도로명주소,기본주소,地址,街道,街道地址,详细地址,地址1,indirizzo,via,adres,straat,ulica,адрес,улица',
	'address.line2':
		'line 2,address 2,street 2,street address 2,address line 2,street line 2,extended address,apartment,apt,suite,unit,पता पंक्ति 2,العنوان 2,dirección 2,piso,adresszusatz,adresszeile 2,zusatz,' +
		'complément d’adresse,complément,adresse 2,ligne d’adresse 2,complemento,endereço 2,住所2,建物名,マンション名,建物名・部屋番号,주소2,상세주소,나머지 주소,地址2',
	'address.city':
		'city,town,town city,city town,locality,municipality,suburb,शहर,नगर,المدينة,مدينة,ciudad,localidad,población,municipio,stadt,ort,wohnort,ville,localité,commune,cidade,município,' +
		'市区町村,市町村,都市,시,도시,시군구,城市,市,città,stad,plaats,woonplaats,miasto,город',
	'address.state':
		'state,province,region,state region,state province,province state,province code,state code,county,prefecture,राज्य,प्रदेश,الولاية,المحافظة,المنطقة,الإمارة,provincia,estado,' +
		'comunidad autónoma,departamento,región,bundesland,kanton,province région,département,région,uf,都道府県,県,시도,시/도,도,省,省份,州,省/州,provincie,województwo,область,регион',
	'address.postal_code':
		'postal code,postcode,post code,postal,zip,zip code,zip postal code,postal code zip,zippostal,pin code,pincode,pin,पिन कोड,पिनकोड,डाक कोड,الرمز البريدي,رمز بريدي,código postal,' +
		'cp,postleitzahl,plz,code postal,cep,código de endereçamento postal,郵便番号,우편번호,우편 번호,邮编,邮政编码,郵遞區號,cap,codice postale,kod pocztowy,индекс,почтовый индекс',
	'address.country':
		'country,country code,country region,country name,country id,nation,देश,البلد,الدولة,بلد,país,land,staat,pays,país/região,国,国名,国家,国/地域,国家/地区,국가,나라,國家,' +
		'paese,nazione,kraj,страна',
};
