// A tree of segments; literals before parameters, with a step back where a literal leads nowhere.
#include "server/http/router.h"

#include <algorithm>

namespace parterre::http {
namespace {

// Takes the first segment off "/a/b"; false when there is none.
bool takeSegment(std::string_view& rest, std::string_view& segment)
{
    if (rest.size() <= 1)
        return false;
    const std::size_t end = std::min(rest.find('/', 1), rest.size());
    segment = rest.substr(1, end - 1);
    rest.remove_prefix(end);
    return true;
}

} // namespace

std::string_view methodName(Method method)
{
    switch (method) {
    case Method::Get:
        return "GET";
    case Method::Head:
        return "HEAD";
    case Method::Post:
        return "POST";
    case Method::Put:
        return "PUT";
    case Method::Patch:
        return "PATCH";
    case Method::Delete:
        return "DELETE";
    case Method::Options:
        return "OPTIONS";
    }
    return {};
}

std::optional<Method> methodFromName(std::string_view name)
{
    for (const Method method :
         {Method::Get, Method::Head, Method::Post, Method::Put, Method::Patch, Method::Delete, Method::Options})
        if (methodName(method) == name)
            return method;
    return std::nullopt;
}

void Router::add(Method method, std::string_view pattern, Handler handler, RouteOptions options)
{
    Node* node = &m_root;
    std::string_view segment;
    while (takeSegment(pattern, segment)) {
        if (segment.front() == '{') {
            PARTERRE_REQUIRE(segment.back() == '}');
            const std::string name(segment.substr(1, segment.size() - 2));
            if (!node->parameter)
                node->parameter = std::make_unique<Node>();
            node = node->parameter.get();
            PARTERRE_REQUIRE(node->name.empty() || node->name == name);
            node->name = name;
            continue;
        }
        auto& literals = node->literals;
        auto found =
            std::find_if(literals.begin(), literals.end(), [&](const auto& child) { return child.first == segment; });
        if (found == literals.end()) {
            literals.emplace_back(std::string(segment), std::make_unique<Node>());
            found = std::prev(literals.end());
        }
        node = found->second.get();
    }
    for (const auto& [existing, route] : node->routes)
        PARTERRE_REQUIRE(existing != method);
    node->routes.emplace_back(method, Route{std::move(handler), options});
}

const Router::Node* Router::find(const Node& node, std::string_view rest, std::vector<NameValue>& params) const
{
    std::string_view segment;
    if (!takeSegment(rest, segment))
        return node.routes.empty() ? nullptr : &node;
    for (const auto& [literal, child] : node.literals)
        if (literal == segment)
            if (const Node* found = find(*child, rest, params))
                return found;
    if (!node.parameter)
        return nullptr;
    params.emplace_back(node.parameter->name, segment);
    if (const Node* found = find(*node.parameter, rest, params))
        return found;
    params.pop_back();
    return nullptr;
}

Result<const Router::Route*> Router::match(Method method, std::string_view path, std::vector<NameValue>& params) const
{
    params.clear();
    const Node* node = find(m_root, path, params);
    if (!node)
        return Error{ErrorCode::NotFound, {}};
    const Method wanted = method == Method::Head ? Method::Get : method;
    std::string allowed;
    for (const auto& [offered, route] : node->routes) {
        if (offered == wanted)
            return &route;
        allowed += allowed.empty() ? "" : ", ";
        allowed += methodName(offered);
        if (offered == Method::Get)
            allowed += ", HEAD";
    }
    return Error{ErrorCode::MethodNotAllowed, allowed};
}

} // namespace parterre::http
