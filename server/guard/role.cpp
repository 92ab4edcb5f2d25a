// The table of roles and permissions.
#include "server/guard/role.h"

namespace parterre {
namespace {

struct Row
{
    std::string_view name;
    Role lowest;
};

constexpr Row row(Permission permission)
{
    switch (permission) {
    case Permission::Sell:
        return {"sell", Role::Seller};
    case Permission::ViewOrders:
        return {"view_orders", Role::Seller};
    case Permission::RefundOverLimit:
        return {"refund_over_limit", Role::Supervisor};
    case Permission::WriteOff:
        return {"write_off", Role::Supervisor};
    case Permission::GiveComps:
        return {"give_comps", Role::Supervisor};
    case Permission::ManagePlans:
        return {"manage_plans", Role::Manager};
    case Permission::ManageEvents:
        return {"manage_events", Role::Manager};
    case Permission::ManagePrices:
        return {"manage_prices", Role::Manager};
    case Permission::ManageHouseHolds:
        return {"manage_house_holds", Role::Manager};
    case Permission::ControlOnSale:
        return {"control_on_sale", Role::Manager};
    case Permission::ViewReports:
        return {"view_reports", Role::Manager};
    case Permission::ManageUsers:
        return {"manage_users", Role::Admin};
    case Permission::ManageDevices:
        return {"manage_devices", Role::Admin};
    case Permission::ManageKeys:
        return {"manage_keys", Role::Admin};
    }
    return {"unknown", Role::Admin};
}

} // namespace

std::string_view roleName(Role role)
{
    switch (role) {
    case Role::Seller:
        return "seller";
    case Role::Supervisor:
        return "supervisor";
    case Role::Manager:
        return "manager";
    case Role::Admin:
        return "admin";
    }
    return "unknown";
}

std::optional<Role> roleFromName(std::string_view name)
{
    for (const Role role : {Role::Seller, Role::Supervisor, Role::Manager, Role::Admin})
        if (roleName(role) == name)
            return role;
    return std::nullopt;
}

std::string_view permissionName(Permission permission)
{
    return row(permission).name;
}

Role lowestRole(Permission permission)
{
    return row(permission).lowest;
}

bool mayDo(Role role, Permission permission)
{
    return role >= lowestRole(permission);
}

Result<void> requirePermission(Role role, Permission permission)
{
    if (mayDo(role, permission))
        return {};
    return Error{ErrorCode::Forbidden, "this needs the permission " + std::string(permissionName(permission)) +
                                           ", which starts at the role " +
                                           std::string(roleName(lowestRole(permission)))};
}

} // namespace parterre
