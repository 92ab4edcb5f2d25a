// Cleaning and numbering names.
#include "sync/wire/plan_names.h"

#include "sync/domain/seat_plan.h"

namespace parterre {

std::string cutName(std::string_view name, std::size_t max)
{
    if (name.size() <= max)
        return std::string(name);
    std::size_t size = max;
    while (size > 0 && (static_cast<unsigned char>(name[size]) & 0xc0) == 0x80)
        --size;
    return std::string(name.substr(0, size));
}

std::string cleanName(std::string_view name)
{
    std::string clean;
    for (const char c : name.substr(0, 4 * SeatPlan::maxNameBytes)) {
        const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
        clean += control ? ' ' : c == '/' ? '-' : c;
    }
    clean = cutName(clean, SeatPlan::maxNameBytes);
    const std::size_t first = clean.find_first_not_of(' ');
    if (first == std::string::npos)
        return {};
    return clean.substr(first, clean.find_last_not_of(' ') - first + 1);
}

std::string UniqueNames::unique(const std::string& name)
{
    if (m_taken.insert(name).second)
        return name;
    unsigned& number = m_last.try_emplace(name, 1).first->second;
    for (;;) {
        const std::string suffix = "·" + std::to_string(++number);
        std::string candidate = cutName(name, SeatPlan::maxNameBytes - suffix.size()) + suffix;
        if (m_taken.insert(candidate).second)
            return candidate;
    }
}

} // namespace parterre
