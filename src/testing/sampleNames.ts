/** A name as it is written, and in the letters of an email. */
type Spelling = readonly [written: string, latin: string];

/** People's names of one language. */
export interface SampleNames {
	given: readonly Spelling[];
	family: readonly Spelling[];
	/** How a full name is written. @default 'given family' */
	order?: 'family given' | 'familygiven';
}

/** `written|latin` where the email cannot be read off the name. */
const spellings = (list: string): Spelling[] =>
	list.split(' ').map((name) => {
		const [written = name, latin = written] = name.split('|');
		return [written, latin.toLowerCase()];
	});

const names = (given: string, family: string, order?: SampleNames['order']): SampleNames => ({
	given: spellings(given),
	family: spellings(family),
	...(order && { order }),
});

export const sampleNames = {
	arabic: names(
		'محمد|mohammed فاطمة|fatima أحمد|ahmed ليلى|layla خالد|khaled نور|nour عمر|omar مريم|maryam',
		'الهاشمي|alhashimi العلي|alali المصري|almasri الحربي|alharbi منصور|mansour السيد|elsayed',
	),
	bengali: names(
		'রহিম|rahim সুমাইয়া|sumaiya তানভীর|tanvir নুসরাত|nusrat আরিফ|arif মিতু|mitu',
		'হোসেন|hossain আক্তার|akter রহমান|rahman ইসলাম|islam চৌধুরী|chowdhury',
	),
	chinese: names(
		'伟|wei 芳|fang 秀英|xiuying 磊|lei 静|jing 子涵|zihan 浩然|haoran',
		'王|wang 李|li 张|zhang 刘|liu 陈|chen 杨|yang',
		'familygiven',
	),
	chineseTraditional: names(
		'怡君|yijun 家豪|jiahao 淑芬|shufen 志明|zhiming 雅婷|yating',
		'陳|chen 林|lin 黃|huang 張|chang 吳|wu',
		'familygiven',
	),
	dutch: names('Daan Emma Sem Sanne Lotte Bram Fleur', 'Jansen DeVries|devries Bakker Visser Smit Mulder Peeters Janssens'),
	english: names(
		'Olivia Liam Charlotte Noah Amelia James Grace Ethan Zoë|zoe Siobhán|siobhan Hannah Marcus',
		'Smith Johnson Taylor Brown Wilson Evans Thompson Walker O’Connor|oconnor Murphy Clarke Nguyen',
	),
	filipino: names('Maria Jose Angelica Mark Kristine Paolo Ligaya', 'Santos Reyes Cruz Bautista Garcia Mendoza'),
	french: names(
		'Camille Hugo Chloé|chloe Léo|leo Manon Jules Inès|ines Élodie|elodie',
		'Martin Bernard Dubois Lefèvre|lefevre Moreau Girard Roux Favre',
	),
	german: names(
		'Lukas Anna Jürgen|juergen Sophie Björn|bjoern Lena Maximilian Mia',
		'Müller|mueller Schmidt Weber Fischer Groß|gross Wagner Hofmann Bauer',
	),
	greek: names(
		'Γιώργος|giorgos Μαρία|maria Νίκος|nikos Ελένη|eleni Κατερίνα|katerina',
		'Παπαδόπουλος|papadopoulos Νικολάου|nikolaou Γεωργίου|georgiou',
	),
	hebrew: names('נועה|noa דוד|david יעל|yael איתי|itai תמר|tamar', 'כהן|cohen לוי|levi מזרחי|mizrahi פרץ|peretz'),
	hindi: names(
		'अनन्या|ananya आरव|aarav प्रिया|priya रोहन|rohan काव्या|kavya विक्रम|vikram ज्योति|jyoti Arjun Neha Rahul Divya',
		'शर्मा|sharma वर्मा|verma गुप्ता|gupta सिंह|singh Patel Iyer Reddy Mukherjee Nair',
	),
	indonesian: names('Budi Siti Agus Dewi Putri Rizky Wulan', 'Santoso Wijaya Pratama Lestari Nugroho Hidayat'),
	italian: names('Giulia Leonardo Francesca Matteo Niccolò|niccolo Chiara', 'Rossi Ferrari Bianchi Romano Ricci D’Angelo|dangelo'),
	japanese: names(
		'さくら|sakura 陽翔|haruto 結衣|yui 健太|kenta 美咲|misaki 大輔|daisuke',
		'佐藤|sato 鈴木|suzuki 高橋|takahashi 田中|tanaka 渡辺|watanabe',
		'family given',
	),
	korean: names('민준|minjun 서연|seoyeon 지훈|jihoon 하은|haeun 도윤|doyoon', '김|kim 이|lee 박|park 최|choi 정|jung', 'familygiven'),
	nordic: names(
		'Astrid Lars Freja Oskar Linnea Søren|soren Åse|aase Mikko Aino',
		'Hansen Johansson Nielsen Andersen Lindström|lindstrom Sørensen|sorensen Virtanen',
	),
	polish: names(
		'Zofia Jakub Łukasz|lukasz Małgorzata|malgorzata Wojciech Hanna',
		'Nowak Wójcik|wojcik Kowalczyk Lewandowski Szymański|szymanski',
	),
	portuguese: names(
		'João|joao Beatriz Miguel Inês|ines Gabriela Thiago Conceição|conceicao',
		'Silva Santos Oliveira Souza Pereira Araújo|araujo Gonçalves|goncalves',
	),
	romanian: names('Andrei Ioana Ștefan|stefan Elena Mihai', 'Popescu Ionescu Dumitru Stănescu|stanescu'),
	slavic: names('Jan Tereza Tomáš|tomas Eliška|eliska Jiří|jiri', 'Novák|novak Svoboda Dvořák|dvorak Černý|cerny'),
	sinhala: names('නිමල්|nimal කුමාරි|kumari සුනිල්|sunil Dilani Kavindu', 'පෙරේරා|perera Fernando Jayawardena'),
	spanish: names(
		'Sofía|sofia Mateo Lucía|lucia Santiago Valentina Diego Camila Íñigo|inigo',
		'García|garcia Rodríguez|rodriguez Martínez|martinez López|lopez Núñez|nunez Torres Ibáñez|ibanez',
	),
	subSaharan: names(
		'Chinedu Wanjiku Thabo Ama Kwame Ngozi Sipho Achieng Zanele',
		'Okafor Mwangi Nkosi Mensah Adeyemi Otieno Dlamini Owusu',
	),
	thai: names('สมชาย|somchai สุดา|suda ณัฐพล|nattapon มาลี|malee', 'ใจดี|jaidee สุขสันต์|suksan ทองคำ|thongkham'),
	turkish: names('Elif Mehmet Zeynep Mustafa Çağla|cagla İbrahim|ibrahim', 'Yılmaz|yilmaz Kaya Demir Şahin|sahin Öztürk|ozturk'),
	ukrainian: names('Олена|olena Андрій|andrii Марія|mariia Тарас|taras', 'Шевченко|shevchenko Коваленко|kovalenko Бондар|bondar'),
	urdu: names('عائشہ|ayesha بلال|bilal زینب|zainab حمزہ|hamza', 'خان|khan ملک|malik قریشی|qureshi'),
	vietnamese: names('Minh Anh|anh Hương|huong Tuấn|tuan Linh Đức|duc', 'Nguyễn|nguyen Trần|tran Lê|le Phạm|pham', 'family given'),
} as const satisfies Record<string, SampleNames>;
