// Router: which handler answers a method and a path.
#pragma once

#include "server/http/request.h"
#include "server/http/responder.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace parterre::http {

using Handler = std::function<void(const Request&, Responder)>;

struct RouteOptions
{
    std::size_t bodyBytes = 0; // allows a larger (or smaller) body than Limits::bodyBytes; 0: that
    bool anyThread = false;    // the handler touches nothing that changes: it may run on the thread of the socket
};

class Router
{
public:
    // Pattern: segments divided by '/', "{name}" takes one whole segment: "/api/v1/events/{event}/holds".
    // A literal segment wins over a name. GET answers HEAD as well.
    void add(Method method, std::string_view pattern, Handler handler, RouteOptions options = {});

    struct Route
    {
        Handler handler;
        RouteOptions options;
    };
    // The route and its parameters; NotFound, or MethodNotAllowed with the allowed methods ("GET, POST") as detail.
    Result<const Route*> match(Method method, std::string_view path, std::vector<NameValue>& params) const;

private:
    struct Node
    {
        std::string name; // of the parameter
        std::vector<std::pair<std::string, std::unique_ptr<Node>>> literals;
        std::unique_ptr<Node> parameter;
        std::vector<std::pair<Method, Route>> routes;
    };
    const Node* find(const Node& node, std::string_view rest, std::vector<NameValue>& params) const;
    Node m_root;
};

std::string_view methodName(Method method);
std::optional<Method> methodFromName(std::string_view name);

} // namespace parterre::http
