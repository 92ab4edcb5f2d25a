// PretixReader: walks a parsed pretix plan once and collects the parts of a SeatPlan and the report.
#pragma once

#include "sync/wire/plan_names.h"
#include "sync/wire/pretix_plan.h"

#include <QJsonArray>
#include <QJsonObject>

#include <unordered_map>

namespace parterre {

class PretixReader
{
public:
    PlanImport read(const QJsonObject& plan);

private:
    void readName(const QJsonObject& plan);
    void readCategories(const QJsonObject& plan);
    void readZone(const QJsonObject& zone, const std::string& place);
    void readRow(const QJsonObject& row, const std::string& place, Point origin);
    void readSeat(const QJsonObject& seat, Point origin);
    std::uint8_t readAttributes(const QJsonObject& seat);
    void readSize(const QJsonObject& plan);
    void rememberAlias(const PlanSeat& seat);

    // pretix_areas.cpp
    void readArea(const QJsonObject& area, const std::string& place, Point origin);
    std::optional<Outline> readOutline(const QJsonObject& area, const std::string& place, Point at);
    std::optional<Outline> readPolygon(const QJsonObject& area, const std::string& place, Point at);
    std::optional<Outline> readEllipse(const QJsonObject& area, const std::string& place, Point at);
    void readStanding(const QJsonObject& standing, const std::string& place, const Outline& outline);
    std::optional<Rgb> readColour(const QJsonValue& value, const std::string& place);

    // Finite numbers in pretix units; anything else is refused and reads as 0.
    double number(const QJsonObject& object, const char* name, const std::string& place);
    double numberOr(const QJsonObject& object, const char* name, const std::string& place, double otherwise);
    // The "position" of an object; a missing one is refused or, for zones, rows and areas, taken as 0, 0 with a remark.
    enum class Missing { Refused, Origin };
    Point position(const QJsonObject& object, const std::string& place, Missing missing);
    // Text of a member that may be a number, cleaned; `otherwise` when missing or empty, with a remark.
    std::string name(const QJsonObject& object, const char* member, const std::string& place,
                     const std::string& otherwise);
    std::optional<PriceAreaIndex> category(const QJsonObject& object, const std::string& place);
    // The elements of an array member that are objects; others are refused. Missing: empty, refused when required.
    QJsonArray objects(const QJsonObject& object, const char* member, const std::string& place, bool required);
    std::string seatPlace() const;

    SeatPlanParts m_parts;
    ImportReport m_report;
    UniqueNames m_sectionNames; // of standing areas too
    UniqueNames m_rowNames;
    UniqueNames m_seatNames;
    std::unordered_map<std::string, std::uint16_t> m_categories; // by the name in the file
    std::unordered_map<std::string, std::uint32_t> m_aliases;    // first seat with this id
    std::string m_rowPlace;
    std::size_t m_seatInRow = 0;
};

} // namespace parterre
