// One letter for each way a case can stand.
#include "app/counter/letter_text.h"

#include "sync/base/require.h"
#include "ui/common/money_text.h"
#include "ui/common/place_text.h"
#include "ui/common/when_text.h"

#include <QCoreApplication>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

// Gives the sentences a translation context that Qt Linguist finds.
struct Letter
{
    Q_DECLARE_TR_FUNCTIONS(Letter)
};

QString whatNow(const Case& of, std::uint32_t choice, const SeatPlan& plan, const EventTerms& terms)
{
    const QString refund = moneyText({of.refundMinor, terms.currency});
    switch (of.phase) {
    case CasePhase::Offered:
        return Letter::
            tr("We keep other seats for you until %2: %1. They cost you nothing more. Please tell us by then whether "
               "you take them, or whether you would rather have your money back.")
                .arg(placesText(plan, of.offers[std::min<std::size_t>(choice, of.offers.size() - 1)]),
                     whenText(of.until, terms.timeZone));
    case CasePhase::Exchanged:
        return of.refundMinor > 0 ? Letter::tr("Your new seats are: %1. They cost less; you get %2 back at the box "
                                               "office. Please bring your old "
                                               "tickets, which do not count any more.")
                                        .arg(placesText(plan, of.order.tickets), refund)
                                  : Letter::tr("Your new seats are: %1. Please exchange your old tickets at the box "
                                               "office; they do not count any "
                                               "more.")
                                        .arg(placesText(plan, of.order.tickets));
    case CasePhase::RefundDue:
        return Letter::
            tr("There are no seats we could offer you instead. You get your money back, %1, at the box office against "
               "your tickets.")
                .arg(refund);
    case CasePhase::Refunded:
        return Letter::tr("You have got your money back. Your tickets do not count any more.");
    case CasePhase::AtDoor:
        return Letter::tr(
            "Please come to the box office before the event, half an hour before the start at the latest. We settle "
            "it with you there.");
    case CasePhase::Won:
    case CasePhase::Granted:
        return Letter::tr("It is settled: your tickets count as they are.");
    case CasePhase::Contest:
    case CasePhase::Open:
    case CasePhase::Closed:
        return Letter::tr("We are looking for the best we can do for you and will come back to you.");
    }
    PARTERRE_REQUIRE(false);
}

} // namespace

LetterText letterText(const CaseReport& report, std::uint32_t choice, const SeatPlan& plan, const EventTerms& terms,
                      Instant now)
{
    const Case& of = report.what;
    const QString code = QString::fromStdString(orderCode(of.order.id));
    QStringList to;
    for (const std::string& part : {of.order.buyer.name, of.order.buyer.phone, of.order.buyer.email})
        if (!part.empty())
            to << QString::fromStdString(part);
    LetterText letter;
    letter.name = code;
    letter.sender = QString::fromStdString(terms.venue);
    letter.to = to.join(u'\n');
    letter.date = whenText(now, terms.timeZone);
    letter.subject = Letter::tr("Your seats for %1, order %2").arg(QString::fromStdString(terms.title), code);
    letter.paragraphs << Letter::tr("You bought tickets for %1 on %2.")
                             .arg(QString::fromStdString(terms.title), whenText(terms.startsAt, terms.timeZone));
    letter.paragraphs
        << (of.lost.empty()
                ? Letter::tr("When we sold them, our line to the centre was down, and seats of yours had gone to "
                             "somebody else. We are sorry.")
                : Letter::tr("When we sold them, our line to the centre was down, and these seats had gone to "
                             "somebody else: %1. We are sorry.")
                      .arg(placesText(plan, of.lost)));
    letter.paragraphs << whatNow(of, choice, plan, terms);
    letter.closing = Letter::tr("Your box office, %1").arg(letter.sender);
    return letter;
}

} // namespace parterre
