// The sentences of sync/counter, names in its gaps. A sentence that is missing here is shown in English.
#include "ui/common/detail_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <vector>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

constexpr const char* sentences[] = {
    QT_TRANSLATE_NOOP("DetailText",
                      "The line is down: %1 is not in this counter's offline reserve. Nothing was changed; "
                      "choose a seat with the reserve mark."),
    QT_TRANSLATE_NOOP("DetailText",
                      "The line is down: %1 are not in this counter's offline reserve. Nothing was changed; "
                      "choose seats with the reserve mark."),
    QT_TRANSLATE_NOOP("DetailText",
                      "The line is down and this basket is held at the centre. Nothing was changed; it can "
                      "be changed and sold when the line is back."),
    QT_TRANSLATE_NOOP("DetailText", "The line is down and these seats are held at the centre: not sold. Nothing was "
                                    "changed; wait for the line or sell from the reserve."),
    QT_TRANSLATE_NOOP("DetailText", "The line is down: reservations are made at the centre. Nothing was changed."),
    QT_TRANSLATE_NOOP("DetailText", "The line is down: only own sales the centre has not heard of can be voided now. "
                                    "Nothing was changed."),
    QT_TRANSLATE_NOOP("DetailText", "The line is down: the hold can be extended when it is back."),
    QT_TRANSLATE_NOOP("DetailText", "This event has not been opened here before; it needs the line."),
    QT_TRANSLATE_NOOP("DetailText", "This order was refused; there is nothing to void."),
    QT_TRANSLATE_NOOP("DetailText", "This order was not sold at this counter."),
    QT_TRANSLATE_NOOP("DetailText", "The centre has not answered for this order yet."),
    QT_TRANSLATE_NOOP("DetailText", "The centre is still being asked; wait for its answer."),
    QT_TRANSLATE_NOOP("DetailText", "This basket has no deadline."),
    QT_TRANSLATE_NOOP("DetailText",
                      "No answer from the centre: order %1 is not sold yet. Take no money and hand nothing "
                      "over; its state is in the list of orders as soon as the line is back."),
    QT_TRANSLATE_NOOP("DetailText", "The hold has ended: %1. Choose again."),
    QT_TRANSLATE_NOOP("DetailText", "No longer in this counter's reserve: %1."),
    QT_TRANSLATE_NOOP("DetailText", "The line is down and %1 has not signed in at this counter before."),
    QT_TRANSLATE_NOOP("DetailText", "The line is down and this is not the password %1 last signed in with here."),
    QT_TRANSLATE_NOOP("DetailText",
                      "The centre has not answered in time and %1 has not signed in at this counter before. "
                      "Try again in a moment."),
    QT_TRANSLATE_NOOP("DetailText",
                      "The centre has not answered in time and this is not the password %1 last signed in "
                      "with here. Try again in a moment."),
    QT_TRANSLATE_NOOP("DetailText",
                      "The centre is busy and %1 has not signed in at this counter before. Try again in a "
                      "moment."),
    QT_TRANSLATE_NOOP("DetailText", "The centre is busy and this is not the password %1 last signed in with here. Try "
                                    "again in a moment."),
    QT_TRANSLATE_NOOP("DetailText", "This order was refused."),
    QT_TRANSLATE_NOOP("DetailText", "The money of this order was given back already, by %1. Give nothing out again."),
    QT_TRANSLATE_NOOP("DetailText",
                      "No more money is due for this order; it was settled by %1. Give nothing out again."),
    QT_TRANSLATE_NOOP("DetailText", "This counter is enrolled already."),
    QT_TRANSLATE_NOOP("DetailText", "The centre took this for another counter; ask for a code for this one."),
    QT_TRANSLATE_NOOP("DetailText", "The centre gave a number this counter has had before: it must be brought up to "
                                    "date. This code is used up; ask for another one then."),
    QT_TRANSLATE_NOOP("DetailText", "Enrol this counter first."),
    QT_TRANSLATE_NOOP("DetailText", "Sign in first."),
    QT_TRANSLATE_NOOP("DetailText", "The seats asked for are not held for this basket."),
    QT_TRANSLATE_NOOP("DetailText", "This counter's journal is not believed: a supervisor must write its reserve off."),
    QT_TRANSLATE_NOOP("DetailText", "This counter has no offline reserve."),
    QT_TRANSLATE_NOOP("DetailText", "The line is down: the reserve stays at this counter until it is back."),
    QT_TRANSLATE_NOOP("DetailText", "Sales from the reserve are still being sent. Try again in a moment."),
    QT_TRANSLATE_NOOP("DetailText", "A card payment for seats of the reserve is still open."),
    QT_TRANSLATE_NOOP("DetailText", "Not enough seats in this counter's offline reserve; the line is down"),
    QT_TRANSLATE_NOOP("DetailText", "These seats are in a reserve that is not to be believed; a supervisor must look "
                                    "first."),
    QT_TRANSLATE_NOOP("DetailText", "The line dropped while the centre was being asked. The seats of this basket wait "
                                    "for its answer; choose others from the reserve."),
    QT_TRANSLATE_NOOP("DetailText", "The line is down."),
    QT_TRANSLATE_NOOP("DetailText",
                      "The line is down: %1 is not free as far as this counter knows. Nothing was changed."),
    QT_TRANSLATE_NOOP("DetailText",
                      "The line is down: %1 are not free as far as this counter knows. Nothing was changed."),
    QT_TRANSLATE_NOOP("DetailText", "The basket was being sold when the program stopped. What became of it is in the "
                                    "list of orders."),
    QT_TRANSLATE_NOOP("DetailText", "No longer free: %1."),
    QT_TRANSLATE_NOOP("DetailText", "The line is down: cases are settled at the centre. Nothing was changed."),
    QT_TRANSLATE_NOOP("DetailText", "Order %1 lost its seats; a case is open."),
    QT_TRANSLATE_NOOP("DetailText", "Order %1: the money goes back to the customer."),
    QT_TRANSLATE_NOOP("DetailText", "Order %1 will be settled at the door."),
    QT_TRANSLATE_NOOP("DetailText", "Order %1: the money has gone back."),
    QT_TRANSLATE_NOOP("DetailText", "Order %1 was settled at the door."),
    QT_TRANSLATE_NOOP("DetailText", "Order %1 has its seats: the other payment came to nothing."),
    QT_TRANSLATE_NOOP("DetailText", "Order %1 has other seats; print its tickets."),
    QT_TRANSLATE_NOOP("DetailText", "Order %1 was given its seats by a supervisor."),
    QT_TRANSLATE_NOOP("DetailText", "Order %1 was offered other seats."),
    QT_TRANSLATE_NOOP("DetailText", "As much waits for the line as may. Nothing more is sold here until it is back."),
    QT_TRANSLATE_NOOP("DetailText", "The centre takes nothing from this counter until a person has looked."),
    QT_TRANSLATE_NOOP("DetailText", "The line is up: the centre is asked."),
    QT_TRANSLATE_NOOP("DetailText", "Nothing is sold here until a person has looked into it."),
    QT_TRANSLATE_NOOP("DetailText", "This event is not sold provisionally."),
    QT_TRANSLATE_NOOP("DetailText", "Too much waits for the line: only the reserve is sold until it is back."),
    QT_TRANSLATE_NOOP("DetailText", "The basket holds seats of the reserve. Sell or empty it first."),
    QT_TRANSLATE_NOOP("DetailText", "Another event was opened."),
    QT_TRANSLATE_NOOP("DetailText",
                      "This counter's copy of the event differs from the centre's, again after it was "
                      "fetched anew. Seats are shown as not certain; call whoever looks after the programs."),
    QT_TRANSLATE_NOOP("DetailText",
                      "This counter is not to be trusted: %1. Nothing is sold here off line. Reconcile the "
                      "paper, then enrol it anew with a new code."),
    QT_TRANSLATE_NOOP("DetailText", "the journal is from before this counter was enrolled anew"),
    QT_TRANSLATE_NOOP("DetailText", "the journal ends at operation %1, but this counter wrote %2"),
    QT_TRANSLATE_NOOP("DetailText", "operation %1 of the journal is not the one this counter wrote"),
    QT_TRANSLATE_NOOP("DetailText", "the centre has %1 operations of this counter, its journal only %2"),
    QT_TRANSLATE_NOOP("DetailText", "the centre has another operation under the same number: %1"),
    QT_TRANSLATE_NOOP("DetailText", "the centre takes no sales from this counter any more: it was revoked, set up anew "
                                    "elsewhere, or a restored centre does not know it"),
    QT_TRANSLATE_NOOP("DetailText", "the centre has lost operations from %1 on, and this counter has forgotten them"),
    QT_TRANSLATE_NOOP("DetailText",
                      "The centre shows an older history of this event than this counter has seen. Nothing "
                      "is sold from it; call whoever runs the centre."),
    QT_TRANSLATE_NOOP("DetailText", "The centre was restored from a backup. This counter gives its reserve back and "
                                    "sends again what the centre has lost."),
    QT_TRANSLATE_NOOP("DetailText", "Answer first whether the tickets of order %1 are in the printer's tray."),
    QT_TRANSLATE_NOOP("DetailText", "This order lost its seats; its case decides what is printed."),
    QT_TRANSLATE_NOOP("DetailText", "Nothing of this order was printed here."),
    QT_TRANSLATE_NOOP("DetailText", "Open the event first."),
    QT_TRANSLATE_NOOP("DetailText", "This order has no tickets."),
    QT_TRANSLATE_NOOP("DetailText", "This order is void."),
    QT_TRANSLATE_NOOP("DetailText", "There is no such question."),
    QT_TRANSLATE_NOOP("DetailText", "This payment has been answered for already."),
    QT_TRANSLATE_NOOP("DetailText", "The card was charged after all: order %1 is sold. Print its tickets from the list "
                                    "of orders."),
    QT_TRANSLATE_NOOP("DetailText", "The card was not charged. Nothing was sold."),
    QT_TRANSLATE_NOOP("DetailText", "The terminal does not know whether the card was charged. The seats are kept; look "
                                    "at the terminal and answer the open question."),
    QT_TRANSLATE_NOOP("DetailText", "The payment stays an open question until this counter is enrolled anew: it may "
                                    "have been sold here before."),
    QT_TRANSLATE_NOOP("DetailText", "No money is to be given back here."),
    QT_TRANSLATE_NOOP("DetailText", "Order %1 was paid by card and could not be sold. Give the money back on the "
                                    "terminal."),
    QT_TRANSLATE_NOOP("DetailText", "The centre did not answer in time."),
    QT_TRANSLATE_NOOP("DetailText", "The line dropped before the centre answered."),
    QT_TRANSLATE_NOOP("DetailText", "The event was closed before the centre answered."),
    QT_TRANSLATE_NOOP("DetailText", "Order %1 lost its seats to somebody else; a case is open."),
    QT_TRANSLATE_NOOP("DetailText",
                      "Order %1 is contested: somebody's payment for the same seats is under way. You will "
                      "hear how it ends."),
    QT_TRANSLATE_NOOP("DetailText", "Order %1 was not understood by the centre; a person has to look."),
    QT_TRANSLATE_NOOP("DetailText", "Order %1 was sold after all: the answer was late. Void it if nothing was paid."),
    QT_TRANSLATE_NOOP("DetailText", "Order %1 was refused; nothing was sold."),
    QT_TRANSLATE_NOOP("DetailText", "The hold has ended."),
    QT_TRANSLATE_NOOP("DetailText", "The basket is empty."),
    QT_TRANSLATE_NOOP("DetailText", "The amount given is less than the total."),
    QT_TRANSLATE_NOOP("DetailText",
                      "A provisional sale needs an e-mail address or a telephone number: the customer must "
                      "be told if the seats turn out to be somebody else's."),
    QT_TRANSLATE_NOOP("DetailText", "These seats have left this counter's reserve; choose again."),
};

// A sentence with gaps as a pattern: what stands in them is captured.
QRegularExpression patternOf(const QString& sentence)
{
    static const QRegularExpression gap(QStringLiteral("%\\d"));
    QString pattern;
    qsizetype from = 0;
    for (const auto& match : gap.globalMatch(sentence)) {
        pattern +=
            QRegularExpression::escape(sentence.mid(from, match.capturedStart() - from)) + QStringLiteral("(.+)");
        from = match.capturedEnd();
    }
    return QRegularExpression(
        QRegularExpression::anchoredPattern(pattern + QRegularExpression::escape(sentence.mid(from))));
}

struct Spoken
{
    QRegularExpression pattern;
    const char* sentence;
};

const std::vector<Spoken>& spoken()
{
    static const std::vector<Spoken> patterns = [] {
        std::vector<Spoken> made;
        for (const char* sentence : sentences)
            made.push_back({patternOf(QString::fromUtf8(sentence)), sentence});
        return made;
    }();
    return patterns;
}

std::optional<QString> oneSentence(const QString& said)
{
    for (const auto& [pattern, sentence] : spoken()) {
        const auto match = pattern.match(said);
        if (!match.hasMatch())
            continue;
        QString words = QCoreApplication::translate("DetailText", sentence);
        for (int i = 1; i <= match.lastCapturedIndex(); ++i) {
            const QString inGap = match.captured(i); // perhaps a reason in the machine's words
            words.replace(u'%' + QString::number(i), oneSentence(inGap).value_or(inGap));
        }
        return words;
    }
    return std::nullopt;
}

} // namespace

std::optional<QString> machineSentence(const std::string& detail)
{
    const QString said = QString::fromStdString(detail).trimmed();
    if (const auto whole = oneSentence(said))
        return whole;
    // Or one sentence behind the other, such as what happened and why nothing else can be done.
    for (qsizetype end = said.indexOf(u". "_s); end > 0; end = said.indexOf(u". "_s, end + 1))
        if (const auto first = oneSentence(said.left(end + 1)))
            if (const auto rest = machineSentence(said.mid(end + 2).toStdString()))
                return *first + u' ' + *rest;
    for (qsizetype end = said.indexOf(u". "_s); end > 0; end = said.indexOf(u". "_s, end + 1))
        if (const auto first = oneSentence(said.left(end + 1)))
            return u"%1 (%2)"_s.arg(*first, said.mid(end + 2)); // what is behind it is for support
    return std::nullopt;
}

} // namespace parterre
