// Single sentences through the real stages: what they claim of the workforce, and what they do not.
#include <doctest/doctest.h>

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "muster/ingest/open.hpp"
#include "muster/pipeline/run.hpp"
#include "support/whole.hpp"

using namespace muster;
using support::reader;

namespace {

std::string number(double value) {
  char text[32];
  const bool whole = value == static_cast<double>(static_cast<long>(value));
  std::snprintf(text, sizeof text, whole ? "%.0f" : "%.1f", value);
  return text;
}

// "vacancy 11 percent; headcount 3-5 people over target": metric, figure, unit, then bound and role where
// they are not exact and current.
std::string staffing_in(std::string_view text) {
  std::string out;
  ingest::open_bytes(text, "test.txt", {}, {}, [&](ingest::Opened&& opened) {
    const model::Record record = reader().read(std::move(opened.source), {});
    for (const model::Staffing& fact : record.facts.staffing) {
      if (!fact.low) continue;
      out += (out.empty() ? "" : "; ") + fact.metric + " " + number(*fact.low);
      if (*fact.high != *fact.low) out += "-" + number(*fact.high);
      out += " " + fact.unit;
      if (fact.bound != model::Bound::exact) out += " " + std::string(to_text(fact.bound));
      if (fact.role != "current") out += " " + fact.role;
    }
    return false;
  });
  return out;
}

struct Row { std::string_view text, says; };

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(staffing_in(row.text) == row.says);
  }
}

}  // namespace

TEST_SUITE("facts") {
  TEST_CASE("How many there are, in free wording") {
    check({
        {"There are 46 permanent custody sergeants against an establishment of 60.", "staffing_level 46 people; staffing_level 60 posts target"},
        {"The department is authorized for 212 sworn officers and has 187.", "staffing_level 212 people target; staffing_level 187 people"},
        {"There were four care workers for 38 people.", "staffing_level 4 people"},
        {"An additional 12 social workers were recruited last year.", "headcount 12 people"},
        {"The jail employs 112 correctional officers, though it is funded for 160.", "staffing_level 112 people; staffing_level 160 people target"},
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
        {"The number of health visitors has increased from 27 to 52.", "headcount 27 people previous; headcount 52 people"},
        {"The designated officer is supported by 1.6 FTE staff.", "headcount 1.6 fte"},
        {"Sixty staff work across the three sites.", "headcount 60 people"},
        {"There are 14 hospital schools officers at the site.", "headcount 14 people"},
        {"The number of senior nursing posts (from 31 in May 2013 to 52 in May 2014) has grown.", "headcount 31 posts previous; headcount 52 posts"},
        {"Advice is provided by two participation and inclusion officers.", "headcount 2 people"},
        {"The council funds two information, advice and guidance workers.", "headcount 2 people"},
        {"The charity employs three benefit assessors.", "headcount 3 people"},
        {"The team is made up of five navigators.", "headcount 5 people"},
        {"On some nights there was only one nurse on shift.", "headcount 1 people"},
        {"An increase of four extra school nurses has helped.", "headcount 4 people"},
        {"The number of family advocates (FAs) rose from five to 16.", "headcount 5 people previous; headcount 16 people"},
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
        {"The service has 22 protection officers, of whom nine are fully qualified.", "headcount 22 people; training 9 people"},
        {"Of the 42 nursing posts, 15 were vacant and a further six were covered by agency nurses.", "vacancy 15 posts; agency 6 posts"},
        {"The prison had funding for 212 officers and 187 were in post.", "staffing_level 212 people target; staffing_level 187 people"},
        {"The home recruited 16 care workers but lost 21 over the year.", "headcount 16 people; turnover 21 people"},
        {"All but two of the 16 obstetric posts were filled.", "staffing_level 14 posts"},
        {"The depot has 89 qualified drivers, 36 short of what it needs.", "headcount 89 people; vacancy 36 people"},
        {"The squadron had 17 of the 26 flight engineers it required.", "staffing_level 17 people"},
        {"Nine of 40 nursing posts (23%) were vacant.", "vacancy 23 percent; vacancy 9 posts"},
        {"Of 71 cases seen by inspectors, two had drifted.", ""},
    });
  }

  TEST_CASE("Going on from the sentence before") {
    check({
        {"Agents supervised an average of 78 parolees in 2016. By 2019, this had dropped to 61.", "caseload 78 cases previous; caseload 61 cases"},
        {"The jail's vacancy rate is 29 percent. Two years earlier the rate was 12 percent.", "vacancy 29 percent; vacancy 12 percent previous"},
        {"The station has 187 officers. Of these, 31 had joined in the past year.", "headcount 187 people; experience 31 people"},
        {"Leaders have put staff through refresher courses. As a result, 97% are trained at level 2.", "training 97 percent"},
        {"Staff turnover was 11%. These savings accounted for 25 percent of spending.", "turnover 11 percent"},
        {"Staff absence was 4.5%. At 9%, pupils missed more lessons than others.", "sickness 4.5 percent"},
        {"In 2009 there were 1,046 constables; by May that number had fallen to 623.", "headcount 1046 people previous; headcount 623 people"},
        {"In March the fill rate for nurses was 78%, and on Ward 7 it dropped to 61%.", "staffing_level 78 percent; staffing_level 61 percent"},
    });
  }

  TEST_CASE("Rows of a table take their meaning from its head") {
    check({
        {"Prison\tOfficers in post\tEstablishment\tVacancy rate\nDunmore\t148\t176\t16%\nKilbeg\t92\t95\t3%\n",
         "staffing_level 148 people; staffing_level 176 posts target; vacancy 16 percent; staffing_level 92 people; staffing_level 95 posts target; vacancy 3 percent"},
        {"Firm\tTurnover\tProfit\nDunmore\t148\t17\nKilbeg\t92\t9\n", ""},
        {"Year\tOfficers\tSickness\n2019\t480\t6.4%\n2020\t470\t7%\n", "sickness 6.4 percent; sickness 7 percent"},
    });
  }

  TEST_CASE("Levels: availability, fill rates, establishment") {
    check({
        {"Only 55% of officers were available for duty.", "staffing_level 55 percent"},
        {"Availability of on-call crews averaged 58 per cent in the year to March, against a target of 90 per cent.", "staffing_level 58 percent; staffing_level 90 percent target"},
        {"The department has 58 sergeants, about three-quarters of the number that the decree calls for.", "headcount 58 people; staffing_level 75 percent about"},
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
        {"Eleven of the 24 posts in the control room were vacant.", "vacancy 11 posts"},
        {"Nearly a fifth of teaching posts were held vacant.", "vacancy 20 percent under"},
        {"Ten per cent of posts were unfilled, compared with 6% a year earlier.", "vacancy 10 percent; vacancy 6 percent previous"},
        {"The vacancy rate for detectives was 17%, against 12% nationally.", "vacancy 17 percent; vacancy 12 percent comparator"},
        {"There were no vacancies in the control room.", "vacancy 0 posts"},
        {"The team has 9.4 FTE vacancies.", "vacancy 9.4 fte"},
        {"Vacancies stand at 14 FTE, or 11 per cent.", "vacancy 14 fte; vacancy 11 percent"},
        {"The trust is 300 nurses short.", "vacancy 300 people"},
        {"Three vacancies remain.", "vacancy 3 posts"},
        {"The jail has 61 empty officer posts and has lost one in four of its senior managers.", "vacancy 61 posts; turnover 25 percent"},
        {"Mandatory training: 68%; appraisals: 71%; sickness: 6.2%.", "training 68 percent; training 71 percent; sickness 6.2 percent"},
        {"\"We are down 45 nurses,\" said the matron.", "vacancy 45 people"},
        {"They were short 60 registered nurses and 22 therapists.", "vacancy 60 people; vacancy 22 people"},
        {"The number of vacant posts has risen to 87, or 14 per cent of the establishment, from 52 last year.", "vacancy 87 posts; vacancy 14 percent; vacancy 52 posts previous"},
        {"Homes were 12% below their approved complement of nurses.", "vacancy 12 percent"},
        {"Five of 12 posts were vacant.", "vacancy 5 posts"},
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
        {"Staff turnover was 38 per cent, up from 22 per cent the year before.", "turnover 38 percent; turnover 22 percent previous"},
        {"Fifteen firefighters resigned during the year.", "turnover 15 people"},
        {"Retention of new teachers after five years was 67%.", "retention 67 percent"},
        {"Three heads of service have left in the last year.", "turnover 3 people"},
        {"In the past six months, five team managers and 11 officers have left.", "turnover 5 people; turnover 11 people"},
        {"Eight social workers left the service in 2016.", "turnover 8 people"},
        {"Fourteen of the 20 newly qualified officers are still in post.", "retention 14 people"},
        {"The authority lost 15 social workers last year.", "turnover 15 people"},
        {"There were 27 leavers in the year.", "turnover 27 people"},
        {"In the past year, 12 of the 60 officers left.", "turnover 12 people"},
    });
  }

  TEST_CASE("Sickness and absence") {
    check({
        {"Sick leave averaged 14 days for each officer last year.", "sickness 14 days"},
        {"Workers' compensation leave stood at 6.8 per cent.", "sickness 6.8 percent"},
        {"Absenteeism among drivers was 11%, twice the average for the industry.", "sickness 11 percent"},
        {"On average, each officer lost 16.2 days to sickness.", "sickness 16.2 days"},
        {"At any time around 9% of staff were off sick.", "sickness 9 percent about"},
        {"Sickness absence has fallen from 12.3 days per employee to 8.1 days.", "sickness 12.3 days previous; sickness 8.1 days"},
        {"Average days lost through sickness are high at 15 days per worker.", "sickness 15 days"},
        {"Staff took an average of 11.5 days' sick leave, compared with 9.2 days across the county.", "sickness 11.5 days; sickness 9.2 days comparator"},
        {"Sickness levels have reduced from 17 days in 2012 to 11 days in 2013.", "sickness 17 days previous; sickness 11 days"},
        {"The average number of days lost to sickness was 8.7.", "sickness 8.7 days"},
        {"Sickness absence is 10.2 days per full-time equivalent, compared with 9 nationally.", "sickness 10.2 days; sickness 9 days comparator"},
        {"Absence through sickness fell from 9.5 days per person to 7.9 days.", "sickness 9.5 days previous; sickness 7.9 days"},
        {"Officers took means of 28, 24 or 19 days' sick leave.", "sickness 28 days; sickness 24 days; sickness 19 days"},
        {"Currently 7.4 days are lost per employee.", "sickness 7.4 days"},
        {"An average of 13 days per worker was lost to sickness in the team.", "sickness 13 days"},
    });
  }

  TEST_CASE("Cases for each worker") {
    check({
        {"Officers in the region were supervising 62 people each on average, against a recommended maximum of 50.", "caseload 62 cases; caseload 50 cases up_to target"},
        {"Caseworkers carry an average of 19 cases, while the national standard is 15.", "caseload 19 cases; caseload 15 cases target"},
        {"Health visitor caseloads average 410 children.", "caseload 410 cases"},
        {"Each probation officer had an average of 48 cases.", "caseload 48 cases"},
        {"Social workers were each responsible for up to 32 children.", "caseload 32 cases up_to"},
        {"A quarter of social workers have caseloads of more than 25.", "caseload 25 percent; caseload 25 cases over"},
        {"Forty per cent of probation officers hold more than 60 cases.", "caseload 40 percent; caseload 60 cases over"},
        {"Case holders have between 12 and 20 children each.", "caseload 12-20 cases"},
        {"The maximum caseload is 18.", "caseload 18 cases up_to target"},
        {"The board aspires to reduce caseloads to between 18 and 22.", "caseload 18-22 cases target"},
        {"Each unit was responsible for nearly 900 medium and high risk offenders.", "caseload 900 cases under"},
        {"Half of the workforce has caseloads above the agreed limit.", "caseload 50 percent"},
    });
  }

  TEST_CASE("Training, supervision, appraisal and experience") {
    check({
        {"Eighty-one percent of patrol officers had completed crisis training.", "training 81 percent"},
        {"Twelve of the 15 staff had up-to-date training in safeguarding.", "training 12 people"},
        {"Some 1,400 workers across the children's and adult services have been trained in fire safety.", "training 1400 people about"},
        {"45 of 50 staff have attended the course.", "training 45 people"},
        {"Two-thirds of prison officers had less than two years' experience.", "experience 66.7 percent"},
        {"More than a third of constables have under three years' service.", "experience 33.3 percent over"},
        {"Around 40 per cent of teachers were in their first year.", "experience 40 percent about"},
        {"Seven out of ten staff had received an appraisal in the past year.", "training 70 percent"},
        {"Only 64% of care staff had received regular supervision.", "training 64 percent"},
        {"Compliance with mandatory training was 71%, below the target of 85%.", "training 71 percent; training 85 percent target"},
        {"All 14 officers on the unit had been trained in restraint.", "training 14 people"},
        {"Over 300 staff have been trained in the new model.", "training 300 people over"},
        {"Training has been provided to 120 managers.", "training 120 people"},
        {"Workshops were attended by 85 practitioners.", "training 85 people"},
        {"All 42 teachers received safeguarding training.", "training 42 people"},
        {"Over 400 professionals attended the conference.", "training 400 people over"},
        {"Briefings have reached 250 staff.", "training 250 people"},
        {"More than 1,000 practitioners have completed the e-learning course.", "training 1000 people over"},
        {"Nine managers have completed the leadership programme.", "training 9 people"},
    });
  }

  TEST_CASE("Other shares of the workforce") {
    check({
        {"Overtime accounted for 12 per cent of all hours worked.", "other 12 percent"},
        {"Twenty-one per cent of the workforce is over 55.", "other 21 percent"},
        {"Women make up 18 per cent of firefighters.", "other 18 percent"},
        {"Sixty per cent of the staff are women.", "other 60 percent"},
        {"Only 4% of staff are from minority ethnic backgrounds.", "other 4 percent"},
        {"In a staff survey 85% of staff said they were well supported.", "other 85 percent"},
        {"Some 88% of social workers reported that they felt valued by their managers.", "other 88 percent about"},
    });
  }

  TEST_CASE("What is no figure of a workforce") {
    check({
        {"Six per cent of residents had fallen in the month.", ""},
        {"The school has 412 pupils and eight governors.", ""},
        {"Three officers told us that they felt unsafe.", ""},
        {"Inspectors spoke to 14 staff and 23 prisoners.", ""},
        {"Prison officers arrested two visitors.", ""},
        {"Foster carers receive training and 78% have completed it.", ""},
        {"The company cut 9,000 jobs.", ""},
        {"Shares in the nursing home group fell 12%.", ""},
        {"Nurses won a pay rise of 5%.", ""},
        {"Officers seized 14 knives and 20 phones.", ""},
        {"Two doctors were struck off last year.", ""},
        {"The council has 60 members and 14 committees.", ""},
        {"Nurses care for 240 patients a day.", ""},
        {"Turnover at the retailer rose to £14m, up 6%.", ""},
        {"The director, who has led the trust for two years, said 45% of patients were discharged.", ""},
        {"Children have had three social workers in a year.", ""},
        {"There are plans to increase the number of nurses by four.", ""},
        {"Two schools each have a full-time police officer.", ""},
    });
  }

  TEST_CASE("A sentence that goes on about the one before keeps its metric") {
    check({
        {"The ambulance service relied on 31 agency paramedics. This had fallen to 12 by May.", "agency 31 people previous; agency 12 people"},
        {"The vacancy rate in the jail was 22%. It is now 9%.", "vacancy 22 percent; vacancy 9 percent"},
        {"Caseloads in the county average 17. However, some remain too high at 33 to 35.", "caseload 17 cases; caseload 33-35 cases"},
        {"Staff turnover was 14%. The rate for foster carers was 8%.", "turnover 14 percent"},
    });
  }

  TEST_CASE("What is said of others is no figure of the workforce") {
    check({
        {"Foster carer turnover was 12% in the year.", ""},
        {"The vacancy rate for council houses was 3%.", ""},
        {"Inspectors spoke to 24 nurses and 11 doctors.", ""},
        {"Two multi-agency practitioner forums meet each term.", ""},
        {"Half of victims were not called back by an officer.", ""},
        {"Staff answered 76% of calls within ten seconds.", ""},
        {"The centre offers 36 places. Of these, 30 are filled.", ""},
        {"Supervision records were missing in four of the ten files.", ""},
    });
  }

  TEST_CASE("Who is short, absent, staying and new, in free wording") {
    check({
        {"The service had a deficit of 14 consultants.", "vacancy 14 people"},
        {"The force has 1,904 officers, 96 below establishment.", "headcount 1904 people; vacancy 96 people"},
        {"The department is carrying 27.4 WTE vacancies.", "vacancy 27.4 fte"},
        {"A reduction from 38 nurse vacancies to five followed the rise in permanent staffing.", "vacancy 38 posts previous; vacancy 5 posts"},
        {"About 12% of officers were unavailable for duty because of illness or injury.", "sickness 12 percent about"},
        {"Eighty per cent of recruits were still serving after 12 months.", "retention 80 percent"},
        {"Retention of newly qualified teachers after five years was 68 per cent.", "retention 68 percent"},
        {"Eighteen of the 44 nurses had qualified within the last 12 months.", "experience 18 people"},
        {"Forty newly qualified nurses were recruited to the scheme.", "headcount 40 people"},
        {"There are four trained coordinators.", "headcount 4 people"},
        {"Some 310 drivers' examiners have been trained and 60 have had the refresher training.", "training 310 people about; training 60 people"},
    });
  }

  TEST_CASE("What there should be stands beside what there is") {
    check({
        {"The service had funding for 88.5 WTE but only 79 in post.", "staffing_level 88.5 fte target; staffing_level 79 fte"},
        {"In-post strength is 412 FTE against a budget of 467 FTE.", "staffing_level 412 fte; staffing_level 467 fte target"},
        {"The jail had 41 vacant deputy positions out of 212 authorized.", "vacancy 41 posts"},
        {"Last year 11% of teachers and 8% of principals resigned.", "turnover 11 percent; turnover 8 percent"},
        {"Turnover has improved: it was 31% two years ago and is now 18%.", "turnover 31 percent previous; turnover 18 percent"},
    });
  }

  TEST_CASE("What others are a part of is no figure of its own, unless it is said for itself") {
    check({
        {"Of the 64 porters taken on in spring, 41 are still working there.", "retention 41 people"},
        {"Since May the college has seen nine teachers leave out of a body of 81.", "turnover 9 people"},
        {"Of the 271 clerks employed by the court, 45 are on temporary contracts.", "agency 45 people; headcount 271 people"},
        {"Over 30% of the 62 nursing posts are vacant.", "vacancy 30 percent over; headcount 62 posts"},
    });
  }

  TEST_CASE("A number of staff beside the number wanted is a level and its target") {
    check({
        {"Four prison officers were supervising 130 men when five were needed.", "staffing_level 4 people; staffing_level 5 people target"},
        {"The home had two carers on nights instead of the three it said were needed.", "staffing_level 2 people; staffing_level 3 people target"},
        {"The brigade hired 30 firefighters, short of its goal of 50.", "headcount 30 people; headcount 50 people target"},
        {"The park had 40 rangers on Monday and 12 visitors when it opened.", "headcount 40 people"},
    });
  }

  TEST_CASE("Who lays a limit down, and which way it binds") {
    check({
        {"Health visitors look after 420 families each; the college advises no more than 250.", "caseload 420 cases; caseload 250 cases up_to target"},
        {"Probation officers juggle 50 files, twice the 25 that their agreement permits.", "caseload 50 cases; caseload 25 cases up_to target"},
        {"Probation officers in Tay have 50 cases each; nobody there had fewer than 30.", "caseload 50 cases; caseload 30 cases at_least"},
        {"Absence rates among drivers stood at 5.8%; the fleet average was 4.4%.", "sickness 5.8 percent; sickness 4.4 percent comparator"},
    });
  }

  TEST_CASE("Passages that go on, and what they do not go on about") {
    check({
        {"The clinic has funding for nine midwives. There are five.", "staffing_level 9 people target; staffing_level 5 people"},
        {"Caseworkers had 27 families on average. State policy is 15.", "caseload 27 cases; caseload 15 cases target"},
        {"The trust was told that sickness stood at 9.3 per cent. The national figure for the month was 5.6.", "sickness 9.3 percent; sickness 5.6 percent comparator"},
        {"The clinic has nine nurses. Seven of 25 fire doors had lapsed certificates.", "headcount 9 people"},
    });
  }

  TEST_CASE("Free wordings of each metric are lines of a list") {
    check({
        {"Nine of the ward's nursing posts are going begging.", "vacancy 9 posts"},
        {"The jail is missing a fifth of its deputies.", "vacancy 20 percent"},
        {"Eleven nurses handed in their notice within a month.", "turnover 11 people"},
        {"Of every ten nurses hired by the trust, four had quit by Christmas.", "turnover 40 percent"},
        {"Eight officers were signed off with stress.", "sickness 8 people"},
        {"Temps fill four in ten desks at the call centre.", "agency 40 percent"},
        {"Only 44 of 90 officers had been through the restraint module.", "training 44 people"},
        {"Nearly a third of the constables are rookies.", "experience 33.3 percent under"},
        {"The academy kept 91% of its teachers.", "retention 91 percent"},
        {"Four staff were on shift when the rota called for six.", "staffing_level 4 people; staffing_level 6 people target"},
        {"Six shops stand idle on the high street.", ""},
        {"One resident in five does not see out the first year.", ""},
        {"Insurance had lapsed for 31% of vehicles.", ""},
        {"The shop kept 91% of its customers.", ""},
    });
  }

  TEST_CASE("What the words around a number make of it") {
    check({
        {"Two nurses and one porter were on duty for 41 patients.", "staffing_level 2 people; staffing_level 1 people"},
        {"The ministry has 17 school inspectors for 2,400 schools.", "headcount 17 people"},
        {"There is a teacher for every 29 pupils.", "staffing_level 29 ratio"},
        {"The unit is funded for 22.4 nurses and has 17.1.", "staffing_level 22.4 fte target; staffing_level 17.1 fte"},
        {"Not one of the 14 detectives had finished the course.", "training 0 people"},
        {"Every worker bar one had been supervised.", ""},
        {"The nurses' pool lacked 23, 6 and 9 per cent of its nurses, porters and cooks respectively.", "vacancy 23 percent; vacancy 6 percent; vacancy 9 percent"},
    });
  }

  TEST_CASE("Lines under a title that names a metric are a table") {
    check({
        {"Exit rate, ongoing staff\nTorrin 11.8%\nKells 24.0%\n\nThe board met in May.", "turnover 11.8 percent; turnover 24 percent"},
        {"Nurse vacancies, WTE\nBoard: 2014, 2015\nTay: 50.1, 38.6\nLeven: 8.0, 6.5\n\nThe board met.", "vacancy 50.1 fte previous; vacancy 38.6 fte; vacancy 8 fte previous; vacancy 6.5 fte"},
        {"Exit rate, ongoing staff\nTorrin 11.8%\n\nThe board met in May.", ""},
        {"Bed occupancy\nTorrin 91%\nKells 84%\n\nThe board met in May.", ""},
    });
  }

  TEST_CASE("A row of targets takes the metrics of the row before it") {
    check({
        {"Vacancy (18%), turnover (22%) and sickness (6.1%) all exceeded the targets of 10%, 12% and 4%.",
         "vacancy 18 percent; turnover 22 percent; sickness 6.1 percent; vacancy 10 percent target; turnover 12 percent target; sickness 4 percent target"},
        {"The vacancy rate was 18%, 22% and 6% in the three regions, against a target of 10%.", "vacancy 18 percent; vacancy 22 percent; vacancy 6 percent; vacancy 10 percent target"},
    });
  }

  TEST_CASE("What stands in brackets, in commas and after a comparison") {
    check({
        {"Clinical psychologist posts (3.2 WTE) had been vacant since June.", "vacancy 3.2 fte"},
        {"More than a third of staff, 37%, did not have a current appraisal.", "training 37 percent"},
        {"The vacancy rate for detectives is 17 percent, equivalent to 48 posts.", "vacancy 17 percent; vacancy 48 posts"},
        {"The number of officers (bands 3 to 5) fell to 212.", "headcount 212 people"},
        {"The prison had lost 41 officers in the previous year and had recruited 27.", "turnover 41 people; headcount 27 people"},
        {"The mean number of children per key worker had fallen from 19.2 to 16.8.", "caseload 19.2 cases previous; caseload 16.8 cases"},
        {"Compliance with the target was met by only two of seven staff groups.", ""},
        {"The service had 120 applications for 14 posts.", ""},
    });
  }
}
