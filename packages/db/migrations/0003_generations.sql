CREATE TABLE "webhook_event" (
	"provider" text NOT NULL,
	"event_id" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "webhook_event_provider_event_id_pk" PRIMARY KEY("provider","event_id")
);
--> statement-breakpoint
CREATE TABLE "render_generation" (
	"workspace_id" uuid NOT NULL,
	"render_id" uuid NOT NULL,
	"shot_id" text NOT NULL,
	"variation" integer NOT NULL,
	"generation_id" uuid NOT NULL,
	CONSTRAINT "render_generation_render_id_shot_id_variation_pk" PRIMARY KEY("render_id","shot_id","variation")
);
--> statement-breakpoint
CREATE TABLE "budget" (
	"workspace_id" uuid PRIMARY KEY NOT NULL,
	"month" numeric(12, 6),
	"render" numeric(12, 6),
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "style" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"name" text NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"stills" text[] DEFAULT '{}' NOT NULL,
	"seed" integer,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "style_name" UNIQUE("workspace_id","name"),
	CONSTRAINT "style_scope" UNIQUE("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "segment" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP TABLE "segment" CASCADE;--> statement-breakpoint
ALTER TABLE "generation" DROP CONSTRAINT "generation_vendor";--> statement-breakpoint
ALTER TABLE "footage" ADD COLUMN "sound" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "generation" ADD COLUMN "ask_key" text NOT NULL;--> statement-breakpoint
ALTER TABLE "generation" ADD COLUMN "provider" text NOT NULL;--> statement-breakpoint
ALTER TABLE "generation" ADD COLUMN "kind" text NOT NULL;--> statement-breakpoint
ALTER TABLE "generation" ADD COLUMN "request" jsonb;--> statement-breakpoint
ALTER TABLE "generation" ADD COLUMN "variation" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "generation" ADD COLUMN "take" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "generation" ADD COLUMN "progress" real DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "generation" ADD COLUMN "stage" text DEFAULT 'Waiting for its turn' NOT NULL;--> statement-breakpoint
ALTER TABLE "generation" ADD COLUMN "operation" jsonb;--> statement-breakpoint
ALTER TABLE "generation" ADD COLUMN "depends_on" uuid;--> statement-breakpoint
ALTER TABLE "generation" ADD COLUMN "still_hash" text;--> statement-breakpoint
ALTER TABLE "generation" ADD COLUMN "poster_hash" text;--> statement-breakpoint
ALTER TABLE "generation" ADD COLUMN "partial_hash" text;--> statement-breakpoint
ALTER TABLE "generation" ADD COLUMN "polls" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "generation" ADD COLUMN "faults" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "generation" ADD COLUMN "next_poll_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "generation" ADD COLUMN "deadline_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "generation" ADD COLUMN "worker_id" text;--> statement-breakpoint
ALTER TABLE "generation" ADD COLUMN "lease_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "generation" ADD COLUMN "error_advice" text;--> statement-breakpoint
ALTER TABLE "generation" ADD COLUMN "review_reason" text;--> statement-breakpoint
ALTER TABLE "generation" ADD COLUMN "matches" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "generation" ADD COLUMN "cancel_requested_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "generation" ADD COLUMN "render_id" uuid;--> statement-breakpoint
ALTER TABLE "generation" ADD COLUMN "shot_id" text;--> statement-breakpoint
ALTER TABLE "render_generation" ADD CONSTRAINT "render_generation_workspace_id_organization_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "render_generation" ADD CONSTRAINT "render_generation_render" FOREIGN KEY ("workspace_id","render_id") REFERENCES "public"."render"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "generation" ADD CONSTRAINT "generation_scope" UNIQUE("workspace_id","id");--> statement-breakpoint
ALTER TABLE "render_generation" ADD CONSTRAINT "render_generation_generation" FOREIGN KEY ("workspace_id","generation_id") REFERENCES "public"."generation"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget" ADD CONSTRAINT "budget_workspace_id_organization_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "style" ADD CONSTRAINT "style_workspace_id_organization_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "webhook_event_age" ON "webhook_event" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "render_generation_of" ON "render_generation" USING btree ("workspace_id","generation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "generation_once" ON "generation" USING btree ("workspace_id","fingerprint") WHERE "generation"."state" not in ('failed', 'cancelled');--> statement-breakpoint
CREATE INDEX "generation_due" ON "generation" USING btree ("next_poll_at") WHERE "generation"."state" in ('queued', 'submitting', 'running', 'fetching');--> statement-breakpoint
CREATE INDEX "generation_provider" ON "generation" USING btree ("provider","state");--> statement-breakpoint
CREATE INDEX "generation_ask" ON "generation" USING btree ("ask_key") WHERE "generation"."state" in ('submitting');--> statement-breakpoint
CREATE INDEX "generation_shot" ON "generation" USING btree ("workspace_id","shot_id");--> statement-breakpoint
ALTER TABLE "render_shot" DROP COLUMN "segment_id";--> statement-breakpoint
ALTER TABLE "generation" ADD CONSTRAINT "generation_vendor" UNIQUE("provider","vendor_id");