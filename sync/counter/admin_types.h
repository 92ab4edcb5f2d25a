// What a supervisor or a manager sees of one event at the centre: allotments, cases, alarms, in names and labels. Needs
// no plan: the event need not be open here.
#pragma once

#include "sync/domain/cases.h"

namespace parterre {

struct AdminPlaces
{
    struct Units
    {
        std::string area; // name
        std::uint32_t count = 0;
        friend bool operator==(const Units&, const Units&) = default;
    };
    std::vector<std::string> seats; // labels, in plan order
    std::vector<Units> standing;
    std::uint64_t units() const
    {
        std::uint64_t sum = seats.size();
        for (const Units& area : standing)
            sum += area.count;
        return sum;
    }
    friend bool operator==(const AdminPlaces&, const AdminPlaces&) = default;
};

struct AdminCounter
{
    DeviceId device;
    std::string name; // empty when nobody named it
    friend bool operator==(const AdminCounter&, const AdminCounter&) = default;
};

struct AdminAllotment
{
    struct Area
    {
        std::string name; // of the price area
        std::uint32_t units = 0;
        friend bool operator==(const Area&, const Area&) = default;
    };
    Fence fence;
    AdminCounter counter;
    AllotmentPhase phase = AllotmentPhase::Active;
    bool reachable = true;
    Instant grantedAt;
    Instant endsAt;
    Instant writeOffFrom;
    std::optional<Instant> lastContact; // none: not since the centre was started
    AdminPlaces places;
    std::vector<Area> areas;
    friend bool operator==(const AdminAllotment&, const AdminAllotment&) = default;
};

struct AdminWriteOff
{
    Fence fence;
    AdminCounter counter;
    std::string by;
    std::string reason;
    Instant at;
    AdminPlaces places;
    friend bool operator==(const AdminWriteOff&, const AdminWriteOff&) = default;
};

struct AdminCase
{
    CaseId id;
    std::string code; // of its order
    CasePhase phase = CasePhase::Open;
    Wish wish = Wish::Ask;
    bool provisional = false;
    AdminPlaces lost;
    std::vector<AdminPlaces> offers;
    std::optional<Instant> until;
    Money refund;
    std::string by;
    std::string note;
    Buyer buyer;
    friend bool operator==(const AdminCase&, const AdminCase&) = default;
};

struct AdminAlarm
{
    std::uint64_t seq = 0; // its name
    AlarmKind kind = AlarmKind::Fork;
    AdminCounter counter;
    std::string detail;
    Instant at;
    friend bool operator==(const AdminAlarm&, const AdminAlarm&) = default;
};

struct AdminOverview
{
    bool frozen = false;
    std::uint32_t logGen = 0; // restores so far
    std::vector<AdminCounter> awaited;
    std::vector<AdminAllotment> allotments;
    std::vector<AdminWriteOff> writeOffs;
    std::vector<AdminCase> cases;
    std::vector<AdminAlarm> alarms;
    friend bool operator==(const AdminOverview&, const AdminOverview&) = default;
};

// What is done about a case.
struct AdminCaseStep
{
    enum class Kind : std::uint8_t { Offer, Accept, Decline, Grant, Refund, Door } kind = Kind::Offer;
    std::uint32_t choice = 0; // of Accept
    std::string reason;       // of Grant, required
    std::string note;         // of Door
    bool settled = false;     // of Door
};

struct AdminWriteOffRequest
{
    Fence fence;
    AdminPlaces places; // the list as it was read
    std::string reason;
    bool deviceLost = false; // its key was revoked before
};

} // namespace parterre
