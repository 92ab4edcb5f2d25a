// Role and Permission: who may do what. One table; every refusal names the permission that is missing.
#pragma once

#include "sync/base/result.h"

#include <optional>
#include <string_view>

namespace parterre {

// Each role may do everything the ones before it may. The numbers are stored: append only.
enum class Role : std::uint8_t { Seller = 0, Supervisor = 1, Manager = 2, Admin = 3 };

enum class Permission : std::uint8_t {
    Sell,
    ViewOrders,
    RefundOverLimit,
    WriteOff,
    GiveComps,
    ManagePlans,
    ManageEvents,
    ManagePrices,
    ManageHouseHolds,
    ControlOnSale,
    ViewReports,
    ManageUsers,
    ManageDevices,
    ManageKeys,
};

std::string_view roleName(Role role); // "seller" …, as in the API and on the command line
std::optional<Role> roleFromName(std::string_view name);

std::string_view permissionName(Permission permission); // snake_case
Role lowestRole(Permission permission);
bool mayDo(Role role, Permission permission);

// Forbidden, with the name of the permission and the role that has it, unless the role may.
Result<void> requirePermission(Role role, Permission permission);

} // namespace parterre
