//! Numbers for Prometheus, on a listener of their own. Labels name routes, never people.

use std::sync::atomic::AtomicU64;
use std::time::Instant;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::web::Data;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::Registry;

use super::Health;

/// What a request is counted by.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Request {
    method: &'static str,
    route: String,
    status: &'static str,
}

type Latencies = Family<Request, Histogram, fn() -> Histogram>;

/// Everything that is counted. Cheap to clone.
#[derive(Clone)]
pub struct Metrics(std::sync::Arc<Inner>);

struct Inner {
    registry: Registry,
    latencies: Latencies,
    gauges: Gauges,
}

#[derive(Default)]
struct Gauges {
    looks_waiting: Gauge,
    changes_waiting: Gauge,
    jobs_due: Gauge,
    jobs_parked: Gauge,
    queue_age_s: Gauge,
    live_streams: Gauge,
    disk_free_bytes: Gauge<u64, AtomicU64>,
}

/// What a scrape sees besides requests.
#[derive(Debug, Clone, Copy)]
pub struct Load {
    /// Reads and writes that wait for a database thread.
    pub database: (usize, usize),
    /// Live pages open.
    pub live: usize,
}

impl Default for Metrics {
    fn default() -> Self {
        let mut registry = Registry::with_prefix("hearthside");
        let latencies =
            Latencies::new_with_constructor(|| Histogram::new(exponential_buckets(0.001, 2.0, 14)));
        registry.register("request_seconds", "Time to answer, by route and status class", latencies.clone());
        let gauges = Gauges::default();
        registry.register(
            "database_reads_waiting",
            "Reads without a thread yet",
            gauges.looks_waiting.clone(),
        );
        registry.register(
            "database_writes_waiting",
            "Writes without a thread yet",
            gauges.changes_waiting.clone(),
        );
        registry.register("jobs_due", "Jobs due and not done", gauges.jobs_due.clone());
        registry.register("jobs_parked", "Jobs given up", gauges.jobs_parked.clone());
        registry.register("queue_age_seconds", "Wait of the oldest due job", gauges.queue_age_s.clone());
        registry.register("live_streams", "Live pages open", gauges.live_streams.clone());
        registry.register("disk_free_bytes", "Room on the data disk", gauges.disk_free_bytes.clone());
        Self(std::sync::Arc::new(Inner { registry, latencies, gauges }))
    }
}

impl Metrics {
    /// Everything as Prometheus reads it.
    #[must_use]
    pub fn text(&self, health: Option<&Health>, load: Load) -> String {
        let gauges = &self.0.gauges;
        let whole = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        gauges.looks_waiting.set(whole(load.database.0));
        gauges.changes_waiting.set(whole(load.database.1));
        gauges.live_streams.set(whole(load.live));
        if let Some(health) = health {
            gauges.jobs_due.set(health.backlog.due);
            gauges.jobs_parked.set(health.backlog.parked);
            gauges.queue_age_s.set(health.queue_age_s());
            gauges.disk_free_bytes.set(health.space.map_or(0, |space| space.free));
        }
        let mut text = String::new();
        let _ = encode(&mut text, &self.0.registry);
        text
    }

    fn count(&self, request: Request, seconds: f64) {
        self.0.latencies.get_or_create(&request).observe(seconds);
    }
}

/// Measures every request. What no door answers is one route, whatever was asked for.
///
/// # Errors
/// Never of its own.
pub async fn measure<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, actix_web::Error> {
    let (began, metrics) = (Instant::now(), request.app_data::<Data<Metrics>>().cloned());
    let response = next.call(request).await?;
    if let Some(metrics) = metrics {
        let route = response.request().match_pattern().unwrap_or_else(|| "none".to_owned());
        let method = match response.request().method().as_str() {
            "GET" => "GET",
            "POST" => "POST",
            "PUT" => "PUT",
            "PATCH" => "PATCH",
            "DELETE" => "DELETE",
            _ => "other",
        };
        let status = match response.status().as_u16() / 100 {
            2 => "2xx",
            3 => "3xx",
            4 => "4xx",
            _ => "5xx",
        };
        metrics.count(Request { method, route, status }, began.elapsed().as_secs_f64());
    }
    Ok(response)
}
