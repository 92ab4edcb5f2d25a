// Entry points of the pretix import: limits and syntax first, then the reader.
#include "sync/wire/pretix_plan.h"

#include "sync/wire/json_scan.h"
#include "sync/wire/pretix_reader.h"

#include <QFile>
#include <QJsonDocument>

namespace parterre {

namespace {

constexpr JsonLimits planLimits{64, 6'000'000};

PlanImport refused(const char* kind, const std::string& place, const std::string& sentence)
{
    PlanImport import;
    import.report.refuse(kind, place, sentence);
    return import;
}

} // namespace

PlanImport importPretixPlan(const Bytes& json)
{
    if (json.size() > maxPlanFileBytes)
        return refused("too much", "file", "is larger than 32 MiB");
    if (const auto scanned = scanJson(json, planLimits); !scanned) {
        const std::string& detail = scanned.error().detail;
        const std::size_t colon = detail.find(": ");
        return refused("too much", detail.substr(0, colon), detail.substr(colon + 2));
    }
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError)
        return refused("wrong JSON", jsonPosition(json, static_cast<std::size_t>(problem.offset)),
                       problem.errorString().toStdString());
    if (!document.isObject())
        return refused("wrong JSON", "file", "is not a JSON object");
    return PretixReader().read(document.object());
}

PlanImport importPretixFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refused("unreadable", path.toStdString(), file.errorString().toStdString());
    if (file.size() > maxPlanFileBytes)
        return refused("too much", path.toStdString(), "is larger than 32 MiB");
    // A pipe or a growing file has no honest size: read one byte more than allowed and look.
    return importPretixPlan(file.read(maxPlanFileBytes + 1));
}

} // namespace parterre
