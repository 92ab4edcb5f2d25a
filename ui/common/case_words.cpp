// A switch for each, without a default: a new phase cannot be forgotten.
#include "ui/common/case_words.h"

#include "sync/base/require.h"

#include <QCoreApplication>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

// Gives the words a translation context that Qt Linguist finds.
struct CaseWords
{
    Q_DECLARE_TR_FUNCTIONS(CaseWords)
};

} // namespace

PhaseWords phaseWords(CasePhase phase)
{
    switch (phase) {
    case CasePhase::Contest:
        return {Level::Caution, u"…"_s, CaseWords::tr("a payment decides")};
    case CasePhase::Open:
        return {Level::Danger, u"!"_s, CaseWords::tr("needs you")};
    case CasePhase::Offered:
        return {Level::Danger, u"!"_s, CaseWords::tr("other seats kept")};
    case CasePhase::RefundDue:
        return {Level::Danger, u"!"_s, CaseWords::tr("money to give back")};
    case CasePhase::AtDoor:
        return {Level::Caution, u"▲"_s, CaseWords::tr("to settle at the door")};
    case CasePhase::Won:
        return {Level::Good, u"✓"_s, CaseWords::tr("tickets count")};
    case CasePhase::Exchanged:
        return {Level::Good, u"✓"_s, CaseWords::tr("seated elsewhere")};
    case CasePhase::Granted:
        return {Level::Good, u"✓"_s, CaseWords::tr("seats granted")};
    case CasePhase::Refunded:
        return {Level::Good, u"✓"_s, CaseWords::tr("money given back")};
    case CasePhase::Closed:
        return {Level::Good, u"✓"_s, CaseWords::tr("settled at the door")};
    }
    PARTERRE_REQUIRE(false);
}

PhaseWords phaseWords(CasePhase phase, std::int64_t refundMinor)
{
    if (isClosed(phase) && isToBeDone(phase, refundMinor))
        return {Level::Danger, u"!"_s, CaseWords::tr("reseated, money to give back")};
    return phaseWords(phase);
}

PhaseWords phaseWords(const Case& of)
{
    return phaseWords(of.phase, of.refundMinor);
}

bool isToBeDone(CasePhase phase, std::int64_t refundMinor)
{
    return !isClosed(phase) || (phase == CasePhase::Exchanged && refundMinor > 0);
}

bool isToBeDone(const Case& of)
{
    return isToBeDone(of.phase, of.refundMinor);
}

QString customerText(const Buyer& buyer, Wish wish)
{
    QStringList words;
    for (const std::string& part : {buyer.name, buyer.phone, buyer.email})
        if (!part.empty())
            words << QString::fromStdString(part);
    const QString who = words.isEmpty() ? CaseWords::tr("Unknown; wait until they come") : words.join(u" · "_s);
    switch (wish) {
    case Wish::Ask:
        return CaseWords::tr("%1. Wants to be asked.").arg(who);
    case Wish::Auto:
        return CaseWords::tr("%1. Wants to be seated near.").arg(who);
    case Wish::Refund:
        return CaseWords::tr("%1. Wants the money back.").arg(who);
    }
    PARTERRE_REQUIRE(false);
}

} // namespace parterre
