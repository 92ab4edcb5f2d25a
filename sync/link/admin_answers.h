// The centre's answers to AdminLink, from JSON into values, and its requests into JSON.
#pragma once

#include "sync/counter/admin_link.h"
#include "sync/wire/bytes.h"

#include <QJsonObject>

namespace parterre {

// Unknown phases, kinds and wishes are errors: a newer centre must not be half understood by who signs for it.
Result<AdminOverview> parseOverview(const Result<Bytes>& body);

QJsonObject writeOffJson(const AdminWriteOffRequest& request);
QJsonObject caseStepJson(const AdminCaseStep& step);
QString caseStepName(AdminCaseStep::Kind kind); // the last word of its address

} // namespace parterre
