// Single sentences through the real stages: numbers of staff, levels, vacancies, agency staff, leavers, sickness, cases.
#include "support/staffing.hpp"

using namespace muster;
using support::check;

TEST_SUITE("facts") {
  TEST_CASE("How many there are, in free wording") {
    check({
        {"There are 46 permanent custody sergeants against an establishment of 60.",
         "staffing_level 46 people; headcount 60 posts"},
        {"The department is authorized for 212 sworn officers and has 187.",
         "headcount 212 posts; staffing_level 187 people"},
        {"There were four care workers for 38 people.", "headcount 4 people"},
        {"An additional 12 social workers were recruited last year.", "headcount 12 people"},
        {"The jail employs 112 correctional officers, though it is funded for 160.",
         "staffing_level 112 people; headcount 160 posts"},
        {"The school has 34 teachers and 12 teaching assistants.", "headcount 34 people; headcount 12 people"},
        {"Three new inspectors will start in June.", "headcount 3 people target"},
        {"The service has recruited 25 call handlers since the summer.", "headcount 25 people"},
        {"Two physiotherapists and one dietitian cover all five wards.", "headcount 2 people; headcount 1 people"},
        {"The unit is staffed by 16.5 full-time equivalent nurses.", "headcount 16.5 fte"},
        {"The watch was down to three firefighters on five occasions.", "headcount 3 people"},
        {"The number of officers fell from 240 to 198.", "headcount 240 people previous; headcount 198 people"},
        {"The workforce has shrunk from 1,150 to 980.", "headcount 1150 people previous; headcount 980 people"},
        {"An additional six social worker posts have been created.", "headcount 6 posts"},
        {"Investment has led to the creation of 15 permanent posts.", "headcount 15 posts"},
        {"Two new team manager posts have been established.", "headcount 2 posts"},
        {"The council has agreed to fund seven more nursing posts.", "headcount 7 posts target"},
        {"The virtual school head is supported by two education officers.", "headcount 2 people"},
        {"The service has seven independent reviewing officers (IROs) and two chairs.", "headcount 7 people"},
        {"A further six posts have been funded.", "headcount 6 posts"},
        {"The duty team has grown from three to seven workers.", "headcount 3 people previous; headcount 7 people"},
        {"Investment in 23 additional frontline posts has made a difference.", "headcount 23 posts"},
        {"The virtual school consists of a headteacher and four staff.", "headcount 4 people"},
        {"There are four full-time workers and two part-time workers.", "headcount 4 people; headcount 2 people"},
        {"The number of health visitors has increased from 27 to 52.",
         "headcount 27 people previous; headcount 52 people"},
        {"The designated officer is supported by 1.6 FTE staff.", "headcount 1.6 fte"},
        {"Sixty staff work across the three sites.", "headcount 60 people"},
        {"There are 14 hospital schools officers at the site.", "headcount 14 people"},
        {"The number of senior nursing posts (from 31 in May 2013 to 52 in May 2014) has grown.",
         "headcount 31 posts previous; headcount 52 posts"},
        {"Advice is provided by two participation and inclusion officers.", "headcount 2 people"},
        {"The council funds two information, advice and guidance workers.", "headcount 2 people"},
        {"The charity employs three benefit assessors.", "headcount 3 people"},
        {"The team is made up of five navigators.", "headcount 5 people"},
        {"On some nights there was only one nurse on shift.", "headcount 1 people"},
        {"An increase of four extra school nurses has helped.", "headcount 4 people"},
        {"The number of family advocates (FAs) rose from five to 16.",
         "headcount 5 people previous; headcount 16 people"},
        {"The hall was led by two brothers and three sisters.", ""},
        {"The company hired two computers and three trailers.", ""},
        {"The city has recruited 300 volunteers and 20 foster carers.", ""},
        {"The 40-strong team covers the county.", "headcount 40 people"},
        {"At 31 March, the department employed 2,130 people.", "headcount 2130 people"},
        {"The two domestic abuse workers share an office with police.", "headcount 2 people"},
    });
  }

  TEST_CASE("Staff who were asked, or whom something befell, are no number of them") {
    check({
        {"Three officers told us that the wing was calm.", ""},
        {"The union says that the station has 22 firefighters.", "headcount 22 people"},
        {"We held interviews with 12 nurses.", ""},
        {"The governor was sacked, as were a chaplain and three managers.", ""},
        {"Two nurses must be on duty at night.", ""},
        {"The mayor said that the city would hire 20 sergeants.", "headcount 20 people target"},
        {"She had had five social workers by the age of six.", ""},
        {"Nine police officers were injured.", ""},
        {"The plan has three professional disciplines.", ""},
        {"In the spring 60% of vacancies were in nursing.", ""},
        {"Three staging posts were passed that year.", ""},
        {"She brings her 25 years of nursing experience to the board.", ""},
        {"Twelve firefighters were taken to hospital.", ""},
        {"The school had 11 temporary teachers, and a fifth of classes had no room.", "agency 11 people"},
    });
  }

  TEST_CASE("What is said behind a number of them") {
    check({
        {"The service has 22 protection officers, of whom nine are fully qualified.",
         "headcount 22 people; training 9 people"},
        {"Of the 42 nursing posts, 15 were vacant and a further six were covered by agency nurses.",
         "vacancy 15 posts; headcount 42 posts; agency 6 posts"},
        {"The prison had funding for 212 officers and 187 were in post.",
         "headcount 212 posts; staffing_level 187 people"},
        {"The home recruited 16 care workers but lost 21 over the year.", "headcount 16 people; turnover 21 people"},
        {"All but two of the 16 obstetric posts were filled.", "staffing_level 14 posts; headcount 16 posts"},
        {"The depot has 89 qualified drivers, 36 short of what it needs.", "headcount 89 people; vacancy 36 people"},
        {"The squadron had 17 of the 26 flight engineers it required.", "staffing_level 17 people; headcount 26 people"},
        {"Nine of 40 nursing posts (23%) were vacant.", "vacancy 23 percent; vacancy 9 posts; headcount 40 posts"},
        {"Of 71 cases seen by inspectors, two had drifted.", ""},
    });
  }

  TEST_CASE("Going on from the sentence before") {
    check({
        {"Agents supervised an average of 78 parolees in 2016. By 2019, this had dropped to 61.",
         "caseload 78 cases previous; caseload 61 cases"},
        {"The jail's vacancy rate is 29 percent. Two years earlier the rate was 12 percent.",
         "vacancy 29 percent; vacancy 12 percent previous"},
        {"The station has 187 officers. Of these, 31 had joined in the past year.",
         "headcount 187 people; experience 31 people"},
        {"Leaders have put staff through refresher courses. As a result, 97% are trained at level 2.",
         "training 97 percent"},
        {"Staff turnover was 11%. These savings accounted for 25 percent of spending.", "turnover 11 percent"},
        {"Staff absence was 4.5%. At 9%, pupils missed more lessons than others.", "sickness 4.5 percent"},
        {"In 2009 there were 1,046 constables; by May that number had fallen to 623.",
         "headcount 1046 people previous; headcount 623 people"},
        {"In March the fill rate for nurses was 78%, and on Ward 7 it dropped to 61%.",
         "staffing_level 78 percent; staffing_level 61 percent"},
    });
  }

  TEST_CASE("Rows of a table take their meaning from its head") {
    check({
        {"Prison\tOfficers in post\tEstablishment\tVacancy rate\nDunmore\t148\t176\t16%\nKilbeg\t92\t95\t3%\n",
         "staffing_level 148 people; headcount 176 posts; vacancy 16 percent; staffing_level 92 people; headcount 95 posts; vacancy 3 percent"},
        {"Firm\tTurnover\tProfit\nDunmore\t148\t17\nKilbeg\t92\t9\n", ""},
        {"Year\tOfficers\tSickness\n2019\t480\t6.4%\n2020\t470\t7%\n", "sickness 6.4 percent; sickness 7 percent"},
    });
  }

  TEST_CASE("Levels: availability, fill rates, establishment") {
    check({
        {"Only 55% of officers were available for duty.", "staffing_level 55 percent"},
        {"Availability of on-call crews averaged 58 per cent in the year to March, against a target of 90 per cent.",
         "staffing_level 58 percent; staffing_level 90 percent target"},
        {"The department has 58 sergeants, about three-quarters of the number that the decree calls for.",
         "headcount 58 people; staffing_level 75 percent about"},
        {"The service was operating at 82 per cent of its establishment.", "staffing_level 82 percent"},
        {"Staffing stood at 74% of the authorised strength.", "staffing_level 74 percent"},
        {"The registered nurse fill rate on days was 88%.", "staffing_level 88 percent"},
        {"There was one nurse for every 12 residents at night.", "staffing_level 12 ratio"},
        {"Half of shifts had fewer staff than planned.", "staffing_level 50 percent"},
    });
  }

  TEST_CASE("Posts that nobody fills, and shortages") {
    check({
        {"On most days there was a shortage of between 10 and 14 officers.", "vacancy 10-14 people"},
        {"There are 18 vacancies, of which 11 are in theatre.", "vacancy 18 posts; vacancy 11 posts"},
        {"Forty posts have stood empty since January.", "vacancy 40 posts"},
        {"One in eight paramedic posts is empty.", "vacancy 12.5 percent"},
        {"The prison had 31 fewer officers than it needed.", "vacancy 31 people"},
        {"The force is 140 officers short of its establishment.", "vacancy 140 people"},
        {"The home was short of three nurses.", "vacancy 3 people"},
        {"Eleven of the 24 posts in the control room were vacant.", "vacancy 11 posts; headcount 24 posts"},
        {"Nearly a fifth of teaching posts were held vacant.", "vacancy 20 percent under"},
        {"Ten per cent of posts were unfilled, compared with 6% a year earlier.",
         "vacancy 10 percent; vacancy 6 percent previous"},
        {"The vacancy rate for detectives was 17%, against 12% nationally.",
         "vacancy 17 percent; vacancy 12 percent comparator"},
        {"There were no vacancies in the control room.", "vacancy 0 posts"},
        {"The team has 9.4 FTE vacancies.", "vacancy 9.4 fte"},
        {"Vacancies stand at 14 FTE, or 11 per cent.", "vacancy 14 fte; vacancy 11 percent"},
        {"The trust is 300 nurses short.", "vacancy 300 people"},
        {"Three vacancies remain.", "vacancy 3 posts"},
        {"The jail has 61 empty officer posts and has lost one in four of its senior managers.",
         "vacancy 61 posts; turnover 25 percent"},
        {"Mandatory training: 68%; appraisals: 71%; sickness: 6.2%.",
         "training 68 percent; training 71 percent; sickness 6.2 percent"},
        {"\"We are down 45 nurses,\" said the matron.", "vacancy 45 people"},
        {"They were short 60 registered nurses and 22 therapists.", "vacancy 60 people; vacancy 22 people"},
        {"The number of vacant posts has risen to 87, or 14 per cent of the establishment, from 52 last year.",
         "vacancy 87 posts; vacancy 14 percent; vacancy 52 posts previous"},
        {"Homes were 12% below their approved complement of nurses.", "vacancy 12 percent"},
        {"Five of 12 posts were vacant.", "vacancy 5 posts; headcount 12 posts"},
    });
  }

  TEST_CASE("Agency, interim and locum staff") {
    check({
        {"One in five shifts was covered by agency workers.", "agency 20 percent"},
        {"Agency nurses now work a third of all shifts on the ward.", "agency 33.3 percent"},
        {"A total of 22% of nursing shifts were filled by bank or agency staff.", "agency 22 percent"},
        {"One in three custody officers was on a temporary contract.", "agency 33.3 percent"},
        {"Locums accounted for 28% of consultant cover.", "agency 28 percent"},
        {"Four agency managers are in post.", "agency 4 people"},
        {"Twenty locum social workers have been engaged.", "agency 20 people"},
        {"There are 12 agency social workers in the assessment teams.", "agency 12 people"},
        {"Seven agency workers remain.", "agency 7 people"},
        {"Two of the posts are filled by agency staff.", "agency 2 posts"},
        {"Three interim heads of service have been brought in.", "agency 3 people"},
        {"The council relies on 40 agency workers.", "agency 40 people"},
        {"Four managers are interim appointments.", "agency 4 people"},
    });
  }

  TEST_CASE("Those who leave, and those who stay") {
    check({
        {"Half of the officers had left within two years.", "turnover 50 percent"},
        {"Annual attrition among bus drivers reached 23%.", "turnover 23 percent"},
        {"Staff turnover was 38 per cent, up from 22 per cent the year before.",
         "turnover 38 percent; turnover 22 percent previous"},
        {"Fifteen firefighters resigned during the year.", "turnover 15 people"},
        {"Retention of new teachers after five years was 67%.", "retention 67 percent"},
        {"Three heads of service have left in the last year.", "turnover 3 people"},
        {"In the past six months, five team managers and 11 officers have left.",
         "turnover 5 people; turnover 11 people"},
        {"Eight social workers left the service in 2016.", "turnover 8 people"},
        {"Fourteen of the 20 newly qualified officers are still in post.", "retention 14 people; headcount 20 people"},
        {"The authority lost 15 social workers last year.", "turnover 15 people"},
        {"There were 27 leavers in the year.", "turnover 27 people"},
        {"In the past year, 12 of the 60 officers left.", "turnover 12 people; headcount 60 people"},
    });
  }

  TEST_CASE("Sickness and absence") {
    check({
        {"Sick leave averaged 14 days for each officer last year.", "sickness 14 days"},
        {"Workers' compensation leave stood at 6.8 per cent.", "sickness 6.8 percent"},
        {"Absenteeism among drivers was 11%, twice the average for the industry.", "sickness 11 percent"},
        {"On average, each officer lost 16.2 days to sickness.", "sickness 16.2 days"},
        {"At any time around 9% of staff were off sick.", "sickness 9 percent about"},
        {"Sickness absence has fallen from 12.3 days per employee to 8.1 days.",
         "sickness 12.3 days previous; sickness 8.1 days"},
        {"Average days lost through sickness are high at 15 days per worker.", "sickness 15 days"},
        {"Staff took an average of 11.5 days' sick leave, compared with 9.2 days across the county.",
         "sickness 11.5 days; sickness 9.2 days comparator"},
        {"Sickness levels have reduced from 17 days in 2012 to 11 days in 2013.",
         "sickness 17 days previous; sickness 11 days"},
        {"The average number of days lost to sickness was 8.7.", "sickness 8.7 days"},
        {"Sickness absence is 10.2 days per full-time equivalent, compared with 9 nationally.",
         "sickness 10.2 days; sickness 9 days comparator"},
        {"Absence through sickness fell from 9.5 days per person to 7.9 days.",
         "sickness 9.5 days previous; sickness 7.9 days"},
        {"Officers took means of 28, 24 or 19 days' sick leave.",
         "sickness 28 days; sickness 24 days; sickness 19 days"},
        {"Currently 7.4 days are lost per employee.", "sickness 7.4 days"},
        {"An average of 13 days per worker was lost to sickness in the team.", "sickness 13 days"},
    });
  }

  TEST_CASE("Cases for each worker") {
    check({
        {"Officers in the region were supervising 62 people each on average, against a recommended maximum of 50.",
         "caseload 62 cases; caseload 50 cases up_to target"},
        {"Caseworkers carry an average of 19 cases, while the national standard is 15.",
         "caseload 19 cases; caseload 15 cases target"},
        {"Health visitor caseloads average 410 children.", "caseload 410 cases"},
        {"Each probation officer had an average of 48 cases.", "caseload 48 cases"},
        {"Social workers were each responsible for up to 32 children.", "caseload 32 cases up_to"},
        {"A quarter of social workers have caseloads of more than 25.", "caseload 25 percent; caseload 25 cases over"},
        {"Forty per cent of probation officers hold more than 60 cases.",
         "caseload 40 percent; caseload 60 cases over"},
        {"Case holders have between 12 and 20 children each.", "caseload 12-20 cases"},
        {"The maximum caseload is 18.", "caseload 18 cases up_to target"},
        {"The board aspires to reduce caseloads to between 18 and 22.", "caseload 18-22 cases target"},
        {"Each unit was responsible for nearly 900 medium and high risk offenders.", "caseload 900 cases under"},
        {"Half of the workforce has caseloads above the agreed limit.", "caseload 50 percent"},
    });
  }
}
