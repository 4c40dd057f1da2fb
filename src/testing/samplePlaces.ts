import type { sampleNames } from './sampleNames';

/** Where sample customers live, and what numbers they have. */
export interface SampleCountry {
	country: string;
	names: keyof typeof sampleNames;
	/** E.164 with `#` for any digit, of a range that is reserved for fiction where the country has a valid one. */
	phone: string;
	/** `@` is the house number. The first street is in the first place, and so on. */
	streets: readonly string[];
	places: readonly (readonly (string | null)[])[];
}

/** Places are written `city~state~postal code`. */
const sample = (country: string, names: SampleCountry['names'], phone: string, streets: string, places: string): SampleCountry => ({
	country,
	names,
	phone,
	streets: streets.split('; '),
	places: places.split('; ').map((place) => place.split('~').map((field) => field || null)),
});

export const samplePlaces: readonly SampleCountry[] = [
	sample('AE', 'arabic', '+97150#######', 'شارع الشيخ زايد @; شارع الكورنيش @; Al Wahda Road @', '~DU~; ~AZ~; ~SH~'),
	sample(
		'AR',
		'spanish',
		'+5491123######',
		'Calle Florida @; Av. Colón @; Bv. Oroño @',
		'Buenos Aires~C~C1005AAF; Córdoba~X~X5000; Rosario~S~S2000',
	),
	sample('AT', 'german', '+4366412#####', 'Mariahilfer Straße @; Getreidegasse @; Herrengasse @', 'Wien~~1060; Salzburg~~5020; Graz~~8010'),
	sample(
		'AU',
		'english',
		'+61491570###',
		'@ George Street; Unit 3, @ Collins Street; @ Hay Street; @ Elizabeth Street',
		'Sydney~NSW~2000; Melbourne~VIC~3000; Perth~WA~6000; Hobart~TAS~7000',
	),
	sample('BD', 'bengali', '+88017########', 'রোড @, ধানমন্ডি; House @, Agrabad', 'Dhaka~~1205; Chattogram~~4000'),
	sample('BE', 'dutch', '+3247#######', 'Meir @; Rue Neuve @; Veldstraat @', 'Antwerpen~~2000; Bruxelles~~1000; Gent~~9000'),
	sample(
		'BR',
		'portuguese',
		'+551199#######',
		'Av. Paulista, @; Av. Rio Branco, @; Rua Chile, @',
		'São Paulo~SP~01310-100; Rio de Janeiro~RJ~20040-002; Salvador~BA~40020-000',
	),
	sample(
		'CA',
		'english',
		'+14165550###',
		'@ Bay Street; @ Rue Sainte-Catherine; @ Granville Street',
		'Toronto~ON~M5H 2N2; Montréal~QC~H3B 1A7; Vancouver~BC~V6B 1A1',
	),
	sample('CH', 'german', '+4179#######', 'Bahnhofstrasse @; Rue du Rhône @; Marktgasse @', 'Zürich~~8001; Genève~~1204; Bern~~3011'),
	sample('CL', 'spanish', '+56981######', 'Calle Merced @; Calle Esmeralda @', 'Santiago~RM~8320000; Valparaíso~VS~2340000'),
	sample('CN', 'chinese', '+86138########', '南京东路@号; 建国路@号; 深南中路@号', '黄浦区~SH~200001; 朝阳区~BJ~100020; 深圳市~GD~518000'),
	sample('CO', 'spanish', '+57300#######', 'Carrera 7 # @-45; Calle 93 # @-20', 'Bogotá~DC~110221; Medellín~ANT~050021'),
	sample('CZ', 'slavic', '+420601######', 'Národní @; Vinohradská @', 'Praha~~110 00; Brno~~602 00'),
	sample(
		'DE',
		'german',
		'+49301234####',
		'Torstraße @; Königsallee @; Kaufingerstraße @; Mönckebergstraße @',
		'Berlin~~10119; Düsseldorf~~40212; München~~80331; Hamburg~~20095',
	),
	sample('DK', 'nordic', '+453012####', 'Nørrebrogade @; Vestergade @', 'København~~2200; Aarhus~~8000'),
	sample('EG', 'arabic', '+20100#######', 'شارع التحرير @; شارع طلعت حرب @', 'القاهرة~C~4272001; الإسكندرية~ALX~5424001'),
	sample(
		'ES',
		'spanish',
		'+34612######',
		'Calle de Alcalá @; Passeig de Gràcia @; Calle Sierpes @',
		'Madrid~M~28014; Barcelona~B~08007; Sevilla~SE~41004',
	),
	sample('FI', 'nordic', '+35840#######', 'Mannerheimintie @; Hämeenkatu @', 'Helsinki~~00100; Tampere~~33100'),
	sample(
		'FR',
		'french',
		'+33612######',
		'@ rue Saint-Antoine; @ rue de la République; @ La Canebière; @ rue des Grandes Arcades',
		'Paris~~75004; Lyon~~69002; Marseille~~13001; Strasbourg~~67000',
	),
	sample(
		'GB',
		'english',
		'+4420794600##',
		'Flat 2, @ Baker Street; @ Piccadilly; @ Princes Street; @ Queen Street',
		'London~~NW1 6XE; Manchester~~M1 1AE; Edinburgh~~EH2 2ER; Cardiff~~CF10 2BU',
	),
	sample('GH', 'subSaharan', '+23324#######', '@ Oxford Street, Osu; @ Ring Road', 'Accra~~; Kumasi~~'),
	sample('GR', 'greek', '+3069########', 'Ερμού @; Τσιμισκή @', 'Αθήνα~~105 63; Θεσσαλονίκη~~546 23'),
	sample('HK', 'chineseTraditional', '+852612#####', '@ Queen’s Road Central; 彌敦道@號', 'Central~Hong Kong Island~; 旺角~Kowloon~'),
	sample('ID', 'indonesian', '+62812########', 'Jl. Jenderal Sudirman No. @; Jl. Braga No. @', 'Jakarta Pusat~JK~10220; Bandung~JB~40111'),
	sample('IE', 'english', '+35385#######', '@ Grafton Street; @ Shop Street', 'Dublin~D~D02 R296; Galway~G~H91 A2C5'),
	sample('IL', 'hebrew', '+972522######', 'רוטשילד @; דרך יפו @', 'תל אביב~~6688119; ירושלים~~9414219'),
	sample(
		'IN',
		'hindi',
		'+91987#######',
		'@, Shahid Bhagat Singh Road; @, Janpath; @, MG Road; @, Park Street; @, Anna Salai; @, मिर्ज़ा इस्माइल रोड',
		'Mumbai~MH~400001; New Delhi~DL~110001; Bengaluru~KA~560001; Kolkata~WB~700016; Chennai~TN~600002; जयपुर~RJ~302001',
	),
	sample(
		'IT',
		'italian',
		'+39347#######',
		'Via Cavour @; Corso Venezia @; Via Medina @',
		'Roma~RM~00184; Milano~MI~20121; Napoli~NA~80133',
	),
	sample('JP', 'japanese', '+8190123#####', '千代田区丸の内1-@; 渋谷区神南1-@', '~13~100-0005; ~13~150-0041'),
	sample('KE', 'subSaharan', '+254712######', 'Kenyatta Avenue @; Moi Avenue @', 'Nairobi~~00100; Mombasa~~80100'),
	sample('KR', 'korean', '+821012######', '세종대로 @; 테헤란로 @', '중구~11~04524; 해운대구~26~48094'),
	sample('LK', 'sinhala', '+9471#######', '@ Galle Road; @ Temple Street', 'Colombo~~00300; Kandy~~20000'),
	sample(
		'MX',
		'spanish',
		'+525512######',
		'Av. Insurgentes Sur @; Av. Juárez @; Calle Morelos @',
		'Cuauhtémoc~CMX~06700; Guadalajara~JAL~44100; Monterrey~NLE~64000',
	),
	sample('MY', 'indonesian', '+6012#######', '@ Jalan Ampang; @ Lebuh Chulia', 'Kuala Lumpur~14~50450; George Town~07~10200'),
	sample('NG', 'subSaharan', '+234803#######', '@ Broad Street; @ Aminu Kano Crescent', 'Lagos~LA~101241; Abuja~FC~900271'),
	sample('NL', 'dutch', '+316123#####', 'Keizersgracht @; Coolsingel @', 'Amsterdam~~1016 DW; Rotterdam~~3011 AD'),
	sample('NO', 'nordic', '+4741######', 'Karl Johans gate @; Bryggen @', 'Oslo~~0154; Bergen~~5003'),
	sample('NP', 'hindi', '+977984#######', 'नयाँ सडक @; Lakeside @', 'Kathmandu~~44600; Pokhara~~33700'),
	sample('NZ', 'english', '+6421######', '@ Queen Street; @ Lambton Quay', 'Auckland~~1010; Wellington~~6011'),
	sample('PE', 'spanish', '+51987######', 'Av. Larco @; Jirón de la Unión @', 'Miraflores~LMA~15074; Arequipa~ARE~04001'),
	sample('PH', 'filipino', '+63917#######', '@ Ayala Avenue; @ Session Road', 'Makati~00~1226; Baguio~BEN~2600'),
	sample('PK', 'urdu', '+92300#######', '@ مال روڈ; @ Shahrah-e-Faisal', 'Lahore~~54000; Karachi~~75350'),
	sample('PL', 'polish', '+48512######', 'ul. Marszałkowska @; ul. Floriańska @', 'Warszawa~~00-624; Kraków~~31-019'),
	sample('PT', 'portuguese', '+35191#######', 'Rua Augusta @; Rua de Santa Catarina @', 'Lisboa~~1100-048; Porto~~4000-442'),
	sample('RO', 'romanian', '+40722######', 'Calea Victoriei @; Strada Memorandumului @', 'București~~010061; Cluj-Napoca~~400114'),
	sample('SA', 'arabic', '+96650#######', 'طريق الملك فهد @; شارع التحلية @', 'الرياض~~12211; جدة~~23434'),
	sample('SE', 'nordic', '+46701740###', 'Drottninggatan @; Kungsportsavenyen @', 'Stockholm~~111 51; Göteborg~~411 36'),
	sample('SG', 'chinese', '+65812#####', '@ Orchard Road; @ Serangoon Road', '~~238823; ~~218227'),
	sample('TH', 'thai', '+6681#######', '@ ถนนสุขุมวิท; @ Nimmanhaemin Road', 'วัฒนา~10~10110; เมืองเชียงใหม่~50~50200'),
	sample('TR', 'turkish', '+90532#######', 'İstiklal Caddesi No: @; Atatürk Bulvarı No: @', 'Beyoğlu~34~34430; Çankaya~06~06690'),
	sample('TW', 'chineseTraditional', '+886912######', '忠孝東路@號; 中正路@號', '信義區~TPE~110; 中西區~TNN~700'),
	sample('UA', 'ukrainian', '+38050#######', 'вул. Хрещатик, @; просп. Свободи, @', 'Київ~30~01001; Львів~46~79000'),
	sample(
		'US',
		'english',
		'+120255501##',
		'@ Pennsylvania Avenue NW; @ Market Street; @ Congress Avenue; @ Broadway; @ North State Street',
		'Washington~DC~20004; San Francisco~CA~94103; Austin~TX~78701; New York~NY~10007; Chicago~IL~60602',
	),
	sample('VN', 'vietnamese', '+8491#######', '@ Lê Lợi; @ Tràng Tiền', 'Quận 1~SG~700000; Hoàn Kiếm~HN~100000'),
	sample('ZA', 'subSaharan', '+2782#######', '@ Long Street; @ Nelson Mandela Avenue', 'Cape Town~~8001; Johannesburg~~2001'),
];
