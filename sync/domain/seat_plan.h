// SeatPlan: one published, immutable seating plan. Everything else refers to its seats by index in plan order.
#pragma once

#include "sync/base/result.h"
#include "sync/base/strong_id.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace parterre {

using SeatIndex = StrongId<struct SeatIndexTag, std::uint32_t>;           // position in SeatPlan::seats()
using RowIndex = StrongId<struct RowIndexTag, std::uint32_t>;             // position in SeatPlan::rows()
using SectionIndex = StrongId<struct SectionIndexTag, std::uint32_t>;     // position in SeatPlan::sections()
using PriceAreaIndex = StrongId<struct PriceAreaIndexTag, std::uint16_t>; // position in SeatPlan::priceAreas()
using StandingIndex = StrongId<struct StandingIndexTag, std::uint16_t>;   // position in SeatPlan::standing()

// Metres, x to the right, y downwards from the top edge of the drawing (as pretix plans do).
struct Point
{
    double x = 0;
    double y = 0;
    friend bool operator==(const Point&, const Point&) = default;
};

struct Rgb
{
    std::uint8_t r = 0, g = 0, b = 0;
    friend bool operator==(const Rgb&, const Rgb&) = default;
};

// Bits of PlanSeat::attributes.
enum SeatAttribute : std::uint8_t {
    Wheelchair = 1,     // a place for a wheelchair, not a chair
    Companion = 2,      // belongs to the wheelchair place beside it
    RestrictedView = 4, // sold with the remark
};

struct PlanSeat
{
    std::string number; // as printed on the seat, unique within its row
    Point at;
    RowIndex row;
    PriceAreaIndex priceArea;
    std::uint8_t attributes = 0; // SeatAttribute bits
    std::string alias;           // id in the file it was imported from; may be empty or repeated
    friend bool operator==(const PlanSeat&, const PlanSeat&) = default;
};

// A row is a run of seats in plan order: neighbours in the run sit side by side (a gap shows in the positions).
struct PlanRow
{
    std::string name; // unique within its section
    SectionIndex section;
    SeatIndex first;
    std::uint32_t count = 0;
    friend bool operator==(const PlanRow&, const PlanRow&) = default;
};

// A section is a run of rows in plan order ("Stalls", "Circle", "Box 3").
struct PlanSection
{
    std::string name;
    RowIndex first;
    std::uint32_t count = 0;
    friend bool operator==(const PlanSection&, const PlanSection&) = default;
};

// An outline in the drawing. Points are absolute; a rectangle has 4, an ellipse 2 (centre, then its half axes as x and
// y).
struct Outline
{
    enum class Kind : std::uint8_t { Rectangle, Ellipse, Polygon } kind = Kind::Rectangle;
    std::vector<Point> points;
    friend bool operator==(const Outline&, const Outline&) = default;
};

// A general-admission area: sold by count, not by seat.
struct StandingArea
{
    std::string name; // unique among standing areas and sections
    std::uint32_t capacity = 0;
    PriceAreaIndex priceArea;
    Outline outline;
    friend bool operator==(const StandingArea&, const StandingArea&) = default;
};

// Seats that cost the same; prices are in EventTerms.
struct PriceArea
{
    std::string name;
    Rgb colour;
    friend bool operator==(const PriceArea&, const PriceArea&) = default;
};

// Stage, walls, words: drawn, never sold.
struct Decoration
{
    Outline outline;
    std::string text; // centred in the outline; may be empty
    std::optional<Rgb> fill;
    friend bool operator==(const Decoration&, const Decoration&) = default;
};

// The parts a plan is made of; SeatPlan::create checks them.
struct SeatPlanParts
{
    std::string name;
    double width = 0; // metres, extent of the drawing
    double height = 0;
    std::optional<Point> focal; // where the audience looks; guessed from the stage or the top edge when absent
    std::vector<PriceArea> priceAreas;
    std::vector<PlanSection> sections;
    std::vector<PlanRow> rows;
    std::vector<PlanSeat> seats;
    std::vector<StandingArea> standing;
    std::vector<Decoration> decorations;
    friend bool operator==(const SeatPlanParts&, const SeatPlanParts&) = default;
};

class SeatPlan
{
public:
    static constexpr std::size_t maxSeats = 250'000;
    static constexpr std::size_t maxStandingAreas = 1'000;
    static constexpr std::size_t maxPriceAreas = 1'000;
    static constexpr std::size_t maxDecorations = 10'000;
    static constexpr std::size_t maxOutlinePoints = 10'000;
    static constexpr std::size_t maxNameBytes = 120;
    static constexpr double maxExtentMetres = 100'000;

    // Checks that runs are gap-free, names unique, non-empty, without control characters and (sections, rows, seats and
    // standing areas) without '/', numbers finite and limits kept. Runs of zero rows or seats are allowed.
    // The error is Malformed or TooLarge and names the offending section, row or seat.
    static Result<std::shared_ptr<const SeatPlan>> create(SeatPlanParts parts);

    const SeatPlanParts& parts() const { return m_parts; }
    const std::string& name() const { return m_parts.name; }
    Point focal() const { return m_focal; }
    const std::vector<PriceArea>& priceAreas() const { return m_parts.priceAreas; }
    const std::vector<PlanSection>& sections() const { return m_parts.sections; }
    const std::vector<PlanRow>& rows() const { return m_parts.rows; }
    const std::vector<PlanSeat>& seats() const { return m_parts.seats; }
    const std::vector<StandingArea>& standing() const { return m_parts.standing; }
    const std::vector<Decoration>& decorations() const { return m_parts.decorations; }

    std::uint32_t seatCount() const { return static_cast<std::uint32_t>(m_parts.seats.size()); }
    bool contains(SeatIndex seat) const { return seat.value < m_parts.seats.size(); }
    const PlanSeat& seat(SeatIndex seat) const;
    const PlanRow& row(RowIndex row) const;
    const PlanRow& rowOf(SeatIndex seat) const { return row(this->seat(seat).row); }
    const PlanSection& sectionOf(SeatIndex seat) const;

    // Millimetres from the seat to the focal point, rounded down. Worked out once, when the plan is made.
    std::uint32_t focalDistanceMm(SeatIndex seat) const { return m_focalDistance[seat.value]; }
    // Does the seat sit beside the one before it in plan order: same row, no aisle between (see seat_geometry.h)?
    bool isBesidePrevious(SeatIndex seat) const { return m_besidePrevious[seat.value]; }

    // The smallest upright rectangle around the row's seats: first its least, then its greatest x and y.
    const std::pair<Point, Point>& rowBounds(RowIndex row) const { return m_rowBounds[row.value]; }

    // "<section>/<row>/<seat>": the stable name of a seat in the API, on tickets and in messages.
    std::string label(SeatIndex seat) const;
    std::optional<SeatIndex> seatByLabel(std::string_view label) const;
    std::optional<StandingIndex> standingByName(std::string_view name) const;
    std::optional<PriceAreaIndex> priceAreaByName(std::string_view name) const;

private:
    // Lets a label be looked up without making a string of it.
    struct TextHash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    explicit SeatPlan(SeatPlanParts parts);
    SeatPlanParts m_parts;
    Point m_focal;
    std::vector<std::uint32_t> m_focalDistance;
    std::vector<bool> m_besidePrevious;
    std::vector<std::pair<Point, Point>> m_rowBounds;
    std::unordered_map<std::string, SeatIndex, TextHash, std::equal_to<>> m_byLabel;
};

using SeatPlanPtr = std::shared_ptr<const SeatPlan>;

} // namespace parterre
