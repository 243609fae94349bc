"""Sentences that the gate was developed with: what tells who somebody is stands between braces."""

from __future__ import annotations

EDITED = """\
When {Imran} came to the ward, nobody spoke to him.
Then {Dr Shagufta Nasreen} asked me to leave the theatre.
{Zarmina} and {Gulalai} were the only ones who helped.
My supervisor, {Professor Iftikhar Ahmad Swati}, never signed the logbook.
I did my house job at {Hayatabad Medical Complex} in {Peshawar}.
We come from {Dargai}, a small place in {Malakand}.
{Sister Margaret} would hold our hands during the night.
“{Bilal}, why are you late again?” he shouted.
I told {Ms Okonkwo-Price} that I could not breathe.
{Rukhsana}’s mother works in the same unit.
At {St Bartholomew’s Hospital} it was different.
Moderator: And what happened then? Participant 2: {Adeel} resigned.
He said {Farooqi} sahib would decide.
They transferred her to {Al Qassimi Hospital}, {Sharjah}.
{Hope} told me that I was not alone.
{Mark} said it would pass, and it did.
{Grace} was my roommate for two years.
{Will} asked me whether I had slept.
The head of department, {Brigadier Tahir Mehmood}, sent me away.
I was beaten by {Malik Riaz}’s men.
A girl called {Parveena} from {Landi Kotal} cried with me.
{Venkatesh Subramaniam} and {Lakshmi Iyer} taught us anatomy.
{Siobhan} from {Galway} laughed.
In {Riyadh}, {Dr. Al-Ghamdi} checked every note.
{Tooba} is the one who reported him.
I went with {Ngozi Adichie-Eze} to the dean.
Ask {Harpreet Kaur Dhillon}, she was there.
It was {Maulana Fazal} who spoke at the hostel.
{Chen Wei} translated for us.
We met near {Qissa Khwani Bazaar} after duty.
My mentor was {Joy Adeyemi}.
They call him {Sheikh Hamdan}.
I cried in front of {Madam Farzana}.
He joined {Aga Khan University} later.
“Leave,” said {Rehmat Shah}, and I left.
{Kausar Bibi} brought tea every morning.
{Jordan} told us to keep quiet.
{April} laughed at me in front of the patients.
We buried {Saifullah} that week.
I know {Nurse Philomena} would never do that.
The intern, {Tanvir Hossain}, had not eaten.
{Mehreen}: I never said so.
After {Shaukat Khanum} I moved to {Lahore General}.
My cousin {Ibtihaj} failed twice.
I have worked under {Mrs Brown} and {Mr Young}.
{Dr Rose} was gentle with us.
Somebody in {Kohat Road} saw us.
{Ashok} bhai gave me his notes.
It was all because of {Wajahat}.
Everyone at {KTH} knows this story.
{Anneliese Vogt} wrote the report.
{Sunny} told me to wait outside.
Ms {Charity Mwale} ran the clinic.
They moved us to {Ward Shaheen} that night.
{Patience} said nothing; she only cried.
And {Palwasha Khattak}, of course, passed.
We trained in {Manchester} and {Stoke}.
He threatened {Ayan}.
{Syed Muhammad Ali Shah Gilani} is on the wall there.
The {Rahimabad} clinic closed early.
"""

NOISY = """\
then imran{} told me to leave
dr {shagufta} never signs anything
i was in {peshawar} that time with {bilal} and {ahmed}
sir {kamran} ne bohat danta mujhe
my frnd {ayesha} was crying in washroom
{zubair} bhai helped me alot
we r from {swat} so they laugh at our accent
{MADAM FARZANA SHOUTED} at everyone
prof {iftikhar} sab is very strict man
she is in {karachi} now working with dr {nadeem}
{fatima} said she will leave the job
me and {hamza} did 36 hours duty
her name is {gulpari} she is house officer
ask {usman} or {sana} they know
{priya} and {rahul} got transferred to {delhi}
{sarah} texted me that {michael} had quit
woh {khalid} tha jo chup raha
i told {junaid} to complain to the dean
{rabia} baji is the best senior
they sent {hassan} home without pay
{zainab} ne mujhe samjhaya
dr {khan} is ok but dr {afridi} isnt
i miss {abbottabad} and my family
in {lahore} general they treat us like dirt
{noor fatima} left after two weeks
haji {wazir} came with his gunmen
mr {patel} was kind to me
our cr {talha} made the list
i said {waqas} please dont go
{sidra} cried whole night
{mohammed} from {sharjah} joined us
nobody listens to {bushra}
i was with {aamir} in the er
{kiran} told me to shut up
{ali} n {omer} r bullies
sister {parveen} gave wrong dose
{tariq} sahib signs for everyone
wrote to prof {jones} he never replied
{gul khan} is the ward boy
we trust dr {mehwish} only
""".replace("imran{}", "{imran}").replace("{MADAM FARZANA SHOUTED}", "{MADAM FARZANA} SHOUTED")

URDU = """\
پھر {ڈاکٹر عمران} نے مجھے وارڈ سے نکال دیا۔
میں {پشاور} میں ہاؤس جاب کر رہا تھا۔
{میڈم شگفتہ} نے سب کے سامنے ڈانٹا۔
{پروفیسر افتخار} صاحب کبھی نہیں سنتے۔
{عائشہ} اور {زینب} رو رہی تھیں۔
{سر کامران} نے کہا کہ گھر جاؤ۔
میرا نمبر {۰۳۰۱۲۳۴۵۶۷۸} ہے۔
یہ واقعہ {۱۲ مارچ ۲۰۱۹} کا ہے۔
{حاجی وزیر} کے بیٹے نے مجھے مارا۔
{ڈاکٹر پلوشہ} بہت اچھی تھیں۔
ہم {کراچی} سے آئے تھے۔
میں نے {مولانا طارق} سے بات کی۔
{نرس} نہیں
""".replace("{نرس} نہیں\n", "")

PASHTO = """\
{ډاکټر زلمی} راته وویل چې کور ته لاړ شه.
زه په {پېښور} کې کار کوم.
{زرغونه} ډېره ژړل.
{پروفیسر جاوید} موږ ته هېڅ ونه ښودل.
دا پېښه د {۱۲ مارچ} وه.
{ملا عمر} راغی.
"""

CLEAN = """\
I was so tired that I fell asleep on the stairs.
They never explained why my leave was refused.
He said, “You are useless,” and everybody laughed.
In the morning meeting the professor asked me a question I could not answer.
We had no chairs, so we stood for six hours.
Nobody in the Department of Surgery knew my name.
On Mondays the OPD is full by eight.
I speak Pashto at home and English at work.
Some people came from Afghanistan, others from the Gulf.
During Ramadan the duty hours did not change.
God knows how I passed that viva.
She sent the roster over WhatsApp at midnight.
Moderator: Could you say more? Participant 4: Not really.
The House Officer did everything; the consultant signed.
My stipend is 45,000 rupees, and rent takes 30,000.
From 2018 to 2021 nothing changed.
I scored 890 out of 1100.
His blood pressure was 90/60, and he was awake.
I've cried in the washroom more than once.
Humiliation is how they teach.
Honestly, I do not blame her.
“Why did you come here?” she asked. “Go home.”
It was the first time anyone had thanked me.
There are 12 beds and 40 patients.
The only thing I wanted was sleep.
We are taught that mistakes kill — and so we hide them.
Hope is hard to keep on a night like that.
May we all be forgiven for it.
Will things change? I doubt it.
I failed FCPS Part 1 twice and passed the MRCP.
The Head of Department never came to the ward.
They told us: Learn by doing.
I wanted to become a surgeon since I was nine.
Whenever I hear that ringtone I feel sick.
Patients trust us when we sit down beside them.
(laughs) It was not funny then.
I left [omitted: a name of a hospital] after three months.
My father is a farmer, my mother cannot read.
For a woman it is harder to stay at night.
As an intern you are everybody’s servant.
COVID-19 taught us who mattered.
In Final Year we hardly slept.
They gave us one N95 mask a week.
The seniors said that they had suffered too.
Back home nobody knows what I do all day.
Being shouted at in front of a patient is the worst.
I told my sister that I would quit.
Yes, Sir. No, Sir. That was all we said.
The nurse was kinder than the doctors.
We did CPR for forty minutes.
Everyone has the same story here.
Maybe next year I will apply abroad, to the UK or Australia.
The MCQs were easy, the OSCE was not.
Twelve of us shared one room.
I’m not brave. I’m just stubborn.
Sometimes the patient’s family hits us.
By December I could not get out of bed.
“Doctor sahib, save my child,” he begged.
Our roll numbers were read aloud every morning.
Internet in the hostel never worked.
The guard at the gate knew more than the administration.
What would you do? Where would you go?
Teaching happens between two emergencies, if at all.
I pray five times a day; it keeps me calm.
Mum and Dad think I am a hero.
At 36 hours your hands begin to shake.
They promised that the rota would be fair.
When I was pregnant, they gave me more nights.
Paediatrics was the kindest rotation of all.
I wrote to the Vice Chancellor and heard nothing.
Some of my friends went into Psychiatry.
Mentors should listen before they speak.
Rounds began at seven and ended at noon.
An older colleague told me to keep my head down.
If you complain, your exam is gone.
To be honest, I liked the work itself.
Everything I know about dying I learned from one old woman.
She said: “We all make mistakes.”
The degree took me seven years and two loans.
Bullied people bully others.
Eid came and I was on call again.
I learnt to suture on a banana.
Nights are long in the ICU.
Muslim or Christian, we all ate together.
Nothing prepared me for the first death.
Medicine was my mother’s dream, not mine.
Counselling was offered once, by e-mail.
Programme directors change every year.
It’s like being invisible.
A ten-minute break would have been enough.
Feedback came only when something went wrong.
Residents from the villages are mocked for their accent.
Okay, so the thing is, nobody checks.
The Dean said that he was proud of us.
Fridays are short, because of the prayer.
There was a PhD student who studied us.
I asked for a day off; he said, “Then don’t come back.”
Anaesthesia taught me to stay calm.
Once a month we had a journal club.
Two of the nurses covered for me.
Until then I had believed in the system.
Woh kehte hain ke doctor banna asaan hai, but it is not.
Mujhe bohat gussa aya, magar main chup raha.
sir ne kaha ke ghar jao
i cant sleep after night duty and nobody cares
we r treated like slaves here tbh
the consultant shouted at me infront of everyone
میں بہت تھک گیا تھا اور کسی نے نہیں پوچھا۔
ڈاکٹر صاحب نے کہا کہ سب ٹھیک ہو جائے گا۔
ہمیں امید تھی کہ حالات بدلیں گے۔
رات کی ڈیوٹی سب سے مشکل ہوتی ہے۔
استاد نے سب کے سامنے ڈانٹا۔
ہم سب ایک ہی کمرے میں رہتے تھے۔
ډاکټر صاحب راته وویل چې صبر وکړه.
زه ډېر ستړی وم او چا پوښتنه ونه کړه.
موږ ټول په یوه کوټه کې اوسېدو.
شپه ډېره اوږده وه.
"""
