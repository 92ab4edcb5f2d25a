// plan import and verify.
#include "server/daemon/commands.h"

#include "server/ledger/sql/sql_ledger.h"
#include "server/ledger/sql/verify_folder.h"
#include "sync/wire/pretix_plan.h"
#include "sync/wire/snapshot.h"

#include <QDir>
#include <QFile>

#include <cstdio>

namespace parterre {

using namespace Qt::StringLiterals;

int importPlan(const QString& data, const QString& file, const QString& venue)
{
    auto import = importPretixFile(file);
    std::fputs(import.report.text().c_str(), stdout);
    if (!import.parts)
        return failWith(u"The plan has faults, listed above. Nothing was imported."_s);
    if (!QDir().mkpath(data))
        return failWith(u"The folder %1 cannot be made."_s.arg(data));
    auto ledger = SqlLedger::open(data);
    if (!ledger.ok())
        return failWith(ledger.error());
    const PlanId id = planIdOf(*import.parts);
    const auto saved = (*ledger)->savePlan({id, venue.toStdString(), import.parts->name, encodePlan(*import.parts)});
    if (!saved.ok())
        return failWith(saved.error());
    std::printf("Imported as plan %s of %s.\n", id.toString().c_str(), qPrintable(venue));
    return 0;
}

int verifyData(const QString& data)
{
    if (!QFile::exists(SqlLedger::fileIn(data)))
        return failWith(u"There is no ledger in %1."_s.arg(data));
    const auto report = verifyFolder(data);
    if (!report.ok())
        return failWith(report.error());
    for (const auto& finding : report->findings)
        std::printf("FAULT %s\n", finding.c_str());
    std::printf("verify: %s events=%llu entries=%llu orders=%llu sold=%llu double_sold=%llu ops=%llu faults=%zu\n",
                report->ok() ? "ok" : "FAILED", static_cast<unsigned long long>(report->events),
                static_cast<unsigned long long>(report->entries), static_cast<unsigned long long>(report->orders),
                static_cast<unsigned long long>(report->soldPlaces),
                static_cast<unsigned long long>(report->doubleSold), static_cast<unsigned long long>(report->ops),
                report->findings.size());
    return report->ok() ? 0 : 1;
}

} // namespace parterre
