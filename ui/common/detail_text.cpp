// The sentences of sync/counter, each with at most one name in it. A sentence that is missing here is shown in English.
#include "ui/common/detail_text.h"

#include <QCoreApplication>

namespace parterre {
namespace {

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
    QT_TRANSLATE_NOOP("DetailText", "This order was refused."),
};

} // namespace

std::optional<QString> machineSentence(const std::string& detail)
{
    const QString said = QString::fromStdString(detail);
    for (const char* sentence : sentences) {
        const QString pattern = QString::fromUtf8(sentence);
        const QString words = QCoreApplication::translate("DetailText", sentence);
        const qsizetype gap = pattern.indexOf(QLatin1String("%1"));
        if (gap < 0 && said == pattern)
            return words;
        const QString before = pattern.left(gap);
        const QString after = pattern.mid(gap + 2);
        if (gap >= 0 && said.size() > before.size() + after.size() && said.startsWith(before) && said.endsWith(after))
            return words.arg(said.mid(gap, said.size() - before.size() - after.size()));
    }
    return std::nullopt;
}

} // namespace parterre
