// Single sentences through the real stages: training and experience, what is no figure of the workforce, and what
// sentences, tables and lines make of each other.
#include "support/staffing.hpp"

using namespace muster;
using support::check;

TEST_SUITE("facts") {
  TEST_CASE("Training, supervision, appraisal and experience") {
    check({
        {"Eighty-one percent of patrol officers had completed crisis training.", "training 81 percent"},
        {"Twelve of the 15 staff had up-to-date training in safeguarding.", "training 12 people; headcount 15 people"},
        {"Some 1,400 workers across the children's and adult services have been trained in fire safety.",
         "training 1400 people about"},
        {"45 of 50 staff have attended the course.", "training 45 people; headcount 50 people"},
        {"Two-thirds of prison officers had less than two years' experience.", "experience 66.7 percent"},
        {"More than a third of constables have under three years' service.", "experience 33.3 percent over"},
        {"Around 40 per cent of teachers were in their first year.", "experience 40 percent about"},
        {"Seven out of ten staff had received an appraisal in the past year.", "training 70 percent"},
        {"Only 64% of care staff had received regular supervision.", "training 64 percent"},
        {"Compliance with mandatory training was 71%, below the target of 85%.",
         "training 71 percent; training 85 percent target"},
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
        {"The ambulance service relied on 31 agency paramedics. This had fallen to 12 by May.",
         "agency 31 people previous; agency 12 people"},
        {"The vacancy rate in the jail was 22%. It is now 9%.", "vacancy 22 percent; vacancy 9 percent"},
        {"Caseloads in the county average 17. However, some remain too high at 33 to 35.",
         "caseload 17 cases; caseload 33-35 cases"},
        {"Staff turnover was 14%. The rate for foster carers was 8%.", "turnover 14 percent"},
    });
  }

  TEST_CASE("A short paragraph goes on about the one before it") {
    check({
        {"The vacancy rate for nurses was 11.2 per cent.\n\nAcross the coast the average was 7.9 per cent.",
         "vacancy 11.2 percent; vacancy 7.9 percent comparator"},
        {"Twelve recruits are in training at the fire station.\n\nAt the Carrow fire station the establishment is 40.",
         "headcount 12 people; headcount 40 posts"},
        {"There were 41 officers in post in May.", "headcount 41 people"},
        {"There were 33 firefighters in post in May, and the watch was four short on two nights out of three.",
         "staffing_level 33 people; vacancy 4 people"},
        {"The force has 41 officers in post against an establishment of 60.",
         "staffing_level 41 people; headcount 60 posts"},
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
        {"A reduction from 38 nurse vacancies to five followed the rise in permanent staffing.",
         "vacancy 38 posts previous; vacancy 5 posts"},
        {"About 12% of officers were unavailable for duty because of illness or injury.", "sickness 12 percent about"},
        {"Eighty per cent of recruits were still serving after 12 months.", "retention 80 percent"},
        {"Retention of newly qualified teachers after five years was 68 per cent.", "retention 68 percent"},
        {"Eighteen of the 44 nurses had qualified within the last 12 months.", "experience 18 people; headcount 44 people"},
        {"Forty newly qualified nurses were recruited to the scheme.", "headcount 40 people"},
        {"There are four trained coordinators.", "headcount 4 people"},
        {"Some 310 drivers' examiners have been trained and 60 have had the refresher training.",
         "training 310 people about; training 60 people"},
    });
  }

  TEST_CASE("What there should be stands beside what there is") {
    check({
        {"The service had funding for 88.5 WTE but only 79 in post.",
         "headcount 88.5 fte; staffing_level 79 fte"},
        {"In-post strength is 412 FTE against a budget of 467 FTE.",
         "staffing_level 412 fte; headcount 467 fte"},
        {"The jail had 41 vacant deputy positions out of 212 authorized.", "vacancy 41 posts; headcount 212 posts"},
        {"Last year 11% of teachers and 8% of principals resigned.", "turnover 11 percent; turnover 8 percent"},
        {"Turnover has improved: it was 31% two years ago and is now 18%.",
         "turnover 31 percent previous; turnover 18 percent"},
    });
  }

  TEST_CASE("What others are a part of, in front of them") {
    check({
        {"Of the 64 porters taken on in spring, 41 are still working there.", "retention 41 people; headcount 64 people"},
        {"Since May the college has seen nine teachers leave out of a body of 81.", "turnover 9 people"},
        {"Of the 271 clerks employed by the court, 45 are on temporary contracts.",
         "agency 45 people; headcount 271 people"},
        {"Over 30% of the 62 nursing posts are vacant.", "vacancy 30 percent over; headcount 62 posts"},
    });
  }

  TEST_CASE("A number of staff beside the number wanted is a level and its target") {
    check({
        {"Four prison officers were supervising 130 men when five were needed.",
         "staffing_level 4 people; staffing_level 5 people target"},
        {"The home had two carers on nights instead of the three it said were needed.",
         "staffing_level 2 people; staffing_level 3 people target"},
        {"The brigade hired 30 firefighters, short of its goal of 50.",
         "headcount 30 people; headcount 50 people target"},
        {"The park had 40 rangers on Monday and 12 visitors when it opened.", "headcount 40 people"},
    });
  }

  TEST_CASE("Who lays a limit down, and which way it binds") {
    check({
        {"Health visitors look after 420 families each; the college advises no more than 250.",
         "caseload 420 cases; caseload 250 cases up_to target"},
        {"Probation officers juggle 50 files, twice the 25 that their agreement permits.",
         "caseload 50 cases; caseload 25 cases up_to target"},
        {"Probation officers in Tay have 50 cases each; nobody there had fewer than 30.",
         "caseload 50 cases; caseload 30 cases at_least"},
        {"Absence rates among drivers stood at 5.8%; the fleet average was 4.4%.",
         "sickness 5.8 percent; sickness 4.4 percent comparator"},
    });
  }

  TEST_CASE("Passages that go on, and what they do not go on about") {
    check({
        {"The clinic has funding for nine midwives. There are five.",
         "headcount 9 posts; staffing_level 5 people"},
        {"Caseworkers had 27 families on average. State policy is 15.", "caseload 27 cases; caseload 15 cases target"},
        {"The trust was told that sickness stood at 9.3 per cent. The national figure for the month was 5.6.",
         "sickness 9.3 percent; sickness 5.6 percent comparator"},
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
        {"Only 44 of 90 officers had been through the restraint module.", "training 44 people; headcount 90 people"},
        {"Nearly a third of the constables are rookies.", "experience 33.3 percent under"},
        {"The academy kept 91% of its teachers.", "retention 91 percent"},
        {"Four staff were on shift when the rota called for six.",
         "staffing_level 4 people; staffing_level 6 people target"},
        {"Six shops stand idle on the high street.", ""},
        {"One resident in five does not see out the first year.", ""},
        {"Insurance had lapsed for 31% of vehicles.", ""},
        {"The shop kept 91% of its customers.", ""},
    });
  }

  TEST_CASE("What the words around a number make of it") {
    check({
        {"Two nurses and one porter were on duty for 41 patients.", "headcount 2 people; headcount 1 people"},
        {"The ministry has 17 school inspectors for 2,400 schools.", "headcount 17 people"},
        {"There is a teacher for every 29 pupils.", "staffing_level 29 ratio"},
        {"The unit is funded for 22.4 nurses and has 17.1.", "headcount 22.4 fte; staffing_level 17.1 fte"},
        {"Not one of the 14 detectives had finished the course.", "training 0 people; headcount 14 people"},
        {"Every worker bar one had been supervised.", ""},
        {"The nurses' pool lacked 23, 6 and 9 per cent of its nurses, porters and cooks respectively.",
         "vacancy 23 percent; vacancy 6 percent; vacancy 9 percent"},
    });
  }

  TEST_CASE("Lines under a title that names a metric are a table") {
    check({
        {"Exit rate, ongoing staff\nTorrin 11.8%\nKells 24.0%\n\nThe board met in May.",
         "turnover 11.8 percent; turnover 24 percent"},
        {"Nurse vacancies, WTE\nBoard: 2014, 2015\nTay: 50.1, 38.6\nLeven: 8.0, 6.5\n\nThe board met.",
         "vacancy 50.1 fte previous; vacancy 38.6 fte; vacancy 8 fte previous; vacancy 6.5 fte"},
        {"Exit rate, ongoing staff\nTorrin 11.8%\n\nThe board met in May.", ""},
        {"Bed occupancy\nTorrin 91%\nKells 84%\n\nThe board met in May.", ""},
    });
  }

  TEST_CASE("A row of targets takes the metrics of the row before it") {
    check({
        {"Vacancy (18%), turnover (22%) and sickness (6.1%) all exceeded the targets of 10%, 12% and 4%.",
         "vacancy 18 percent; turnover 22 percent; sickness 6.1 percent; vacancy 10 percent target; turnover 12 percent target; sickness 4 percent target"},
        {"The vacancy rate was 18%, 22% and 6% in the three regions, against a target of 10%.",
         "vacancy 18 percent; vacancy 22 percent; vacancy 6 percent; vacancy 10 percent target"},
    });
  }

  TEST_CASE("What stands in brackets, in commas and after a comparison") {
    check({
        {"Clinical psychologist posts (3.2 WTE) had been vacant since June.", "vacancy 3.2 fte"},
        {"More than a third of staff, 37%, did not have a current appraisal.", "training 37 percent"},
        {"The vacancy rate for detectives is 17 percent, equivalent to 48 posts.",
         "vacancy 17 percent; vacancy 48 posts"},
        {"The number of officers (bands 3 to 5) fell to 212.", "headcount 212 people"},
        {"The prison had lost 41 officers in the previous year and had recruited 27.",
         "turnover 41 people; headcount 27 people"},
        {"The mean number of children per key worker had fallen from 19.2 to 16.8.",
         "caseload 19.2 cases previous; caseload 16.8 cases"},
        {"Compliance with the target was met by only two of seven staff groups.", ""},
        {"The service had 120 applications for 14 posts.", ""},
    });
  }

  TEST_CASE("What others are a part of is counted, unless only a shift or a sample is meant") {
    check({
        {"Eleven of 20 teaching posts were vacant.", "vacancy 11 posts; headcount 20 posts"},
        {"Only 12 of the 51 nurses had received supervision.", "training 12 people; headcount 51 people"},
        {"Of the 84 authorized deputy positions, 19 were vacant.", "vacancy 19 posts; headcount 84 posts"},
        {"Background checks were missing for 14 of the 96 employees reviewed.", "training 14 people"},
    });
  }

  TEST_CASE("What stands right behind what is counted is said of it") {
    check({
        {"In May 148.6 full-time equivalent (FTE) nurse positions were vacant.", "vacancy 148.6 fte"},
        {"Some 58 nurses - a third of the ward - left.", "turnover 58 people about"},
        {"Nine posts were vacant, and one in four nurses had left in the previous 12 months.",
         "vacancy 9 posts; turnover 25 percent"},
        {"The 911 center employs 37 dispatchers.", "headcount 37 people"},
    });
  }
}
