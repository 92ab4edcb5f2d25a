// What the managers' page says about each thing, and what can be done about it.
#pragma once

#include "sync/counter/admin_types.h"
#include "ui/manage/action_sheet.h"

namespace parterre {

enum class ManageAction {
    OpenWriteOff, // the dialogue
    WriteOff,
    Back, // from the dialogue
    SettleAlarm,
    GoOnWithout,
    CaseOffer,
    CaseAcceptFirst, // and the next two: the alternates
    CaseAcceptSecond,
    CaseAcceptThird,
    CaseDecline,
    CaseGrant,
    CaseRefund,
    CaseDoor,
    CaseSettled,
};

// When it is, where the event takes place.
struct ManageNow
{
    Instant at;
    std::string timeZone;
};

struct StateWords
{
    Level level = Level::Good;
    QString words;
};
StateWords stateOf(const AdminAllotment& allotment);
QString counterName(const AdminCounter& counter);   // "Till 2", or that nobody named it
QString areasText(const AdminAllotment& allotment); // "A 12, B 24"
QString alarmTitle(AlarmKind kind);

ActionContent allotmentContent(const AdminAllotment& allotment, const ManageNow& now);
ActionContent writeOffContent(const AdminAllotment& allotment, const ManageNow& now);
ActionContent writtenOffContent(const AdminWriteOff& signedOff, const ManageNow& now);
ActionContent alarmContent(const AdminAlarm& alarm, const ManageNow& now);
ActionContent awaitedContent(const AdminCounter& counter);
ActionContent caseContent(const AdminCase& of, const ManageNow& now);

// Labels by row, standing areas behind them.
QStringList placeRows(const AdminPlaces& places);

} // namespace parterre
